package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.answers.CurrentKnowledge;

/** What calls a person is neither held nor refused, whoever seems to have sent it, and however much comes with it. */
@ApplicationScoped
public class Peril {

    @Inject
    Vertx vertx;

    @Inject
    CurrentKnowledge knowledge;

    public Uni<Boolean> in(String text) {
        var known = knowledge.now();
        return vertx.executeBlocking(
                () -> !known.safety().check(text, known.classifier().read(text)).isEmpty(), false);
    }
}
