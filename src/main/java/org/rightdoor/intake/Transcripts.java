package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.CurrentKnowledge;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.ConfidentialCases;
import org.rightdoor.inquiry.Contact;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.routing.Facts;
import org.rightdoor.understand.Reading;

/** What was said in recordings that are held already, once somebody has put it into words. */
@ApplicationScoped
public class Transcripts {

    private static final Uni<Void> VOID = Uni.createFrom().voidItem();

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vertx vertx;

    @Inject
    CurrentKnowledge knowledge;

    @Inject
    Reader reader;

    @Inject
    Inquiries inquiries;

    @Inject
    ConfidentialCases confidential;

    @Inject
    CrisisWords crisisWords;

    /**
     * What was said in a recording that is held already becomes the text of its contact, unless that has one; where no person
     * has done anything with a case that it opened, the case goes where the words say.
     */
    public Uni<Void> hear(Channel channel, String externalId, String said) {
        var known = knowledge.now();
        var text = Inbound.printable(said).strip();
        return vertx.executeBlocking(() -> reader.read(text, null, false, known), false)
                .chain(heard -> sessions.withTransaction(
                        session -> inquiries.held(channel, externalId).chain(contact -> {
                            var isNews = contact != null && contact.text.isEmpty();
                            return hear(channel, externalId, text, heard.whole(), known)
                                    .chain(() -> isNews ? closeByRules(contact, known) : VOID)
                                    .chain(() -> isNews && heard.callsPerson()
                                            ? crisisWords.markAndCall(contact.inquiryNumber, heard.signals(), known)
                                            : VOID);
                        })));
    }

    private Uni<Void> hear(Channel channel, String externalId, String text, Reading reading, Knowledge known) {
        return inquiries.hear(channel, externalId, text, inquiry -> {
            inquiry.kind = reading.kind();
            inquiry.hear(reading.tone());
            var facts = new Facts(text, reading, channel.name().toLowerCase(Locale.ROOT), inquiry.school, null);
            return inquiry.route(known.rules().route(facts));
        });
    }

    private Uni<Void> closeByRules(Contact contact, Knowledge known) {
        return confidential.closeByRules(contact.inquiryNumber, known.rules()::isConfidential);
    }
}
