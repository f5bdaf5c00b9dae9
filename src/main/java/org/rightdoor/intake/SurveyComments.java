package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.inquiry.Inquiry;

/** What families write beside their marks passes the safety net as every message does. */
@ApplicationScoped
public class SurveyComments {

    @Inject
    Vertx vertx;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Reader reader;

    @Inject
    CrisisWords crisisWords;

    /**
     * Calls a person to the case where the words ask for one.
     *
     * @return the district's words for whoever wrote, or null where nobody is called
     */
    public Uni<String> heed(Inquiry inquiry, String comment) {
        var text = Inbound.printable(comment).strip();
        if (text.isEmpty()) return Uni.createFrom().nullItem();
        var known = knowledge.now();
        return vertx.executeBlocking(() -> reader.read(text, inquiry.language, true, known), false)
                .chain(heard -> heard.callsPerson()
                        ? crisisWords
                                .markAndCall(inquiry.number, heard.signals(), known)
                                .replaceWith(() -> known.safety().familyText().in(inquiry.language))
                        : Uni.createFrom().nullItem());
    }
}
