package org.rightdoor.channel.email;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.reply.DeliveryFailed;

/** Mails to staff about their work, of which no case knows: they leave at once, or whoever sent them is told why not. */
@ApplicationScoped
public class StaffMail {

    @Inject
    MailTransport transport;

    @Inject
    Vertx vertx;

    /** Null once the mail server has taken it; else why not, in words for staff. */
    public Uni<String> send(String address, String subject, String text) {
        return vertx.executeBlocking(
                () -> {
                    try {
                        transport.tell(address, subject, text, false);
                        return null;
                    } catch (DeliveryFailed failure) {
                        Log.warn("A mail to staff did not leave", failure);
                        return failure.getMessage();
                    }
                },
                false);
    }
}
