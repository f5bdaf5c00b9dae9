package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.answers.Knowledge;
import org.rightdoor.answers.Signal;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Event;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.reply.Destination;
import org.rightdoor.reply.Replies;
import org.rightdoor.reply.Reply;
import org.rightdoor.safety.Alerts;

/** What happens at once where a message calls a person: the alert, and the district's fixed words to whoever wrote. */
@ApplicationScoped
class CrisisWords {

    /** The same words once more would help nobody who goes on writing. */
    private static final Duration AGAIN_AFTER = Duration.ofHours(1);

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Alerts alerts;

    @Inject
    Inquiries inquiries;

    @Inject
    Replies replies;

    /** Marks the case; the event is to be recorded with the contact. */
    Event mark(Inquiry inquiry, List<Signal> signals) {
        var called =
                signals.stream().map(signal -> alerts.title(signal.category())).collect(Collectors.joining("; "));
        return inquiry.callPerson(called + ": a person is called.", Actor.RIGHTDOOR);
    }

    /** Raises the alerts and says the words, on the page and the way the message came; inside the transaction that stores it. */
    Uni<Void> call(Inbound message, Inquiry inquiry, List<Signal> signals, Knowledge known) {
        return raise(inquiry, signals)
                .chain(() -> message.automatic() ? Uni.createFrom().voidItem() : say(message, inquiry, known));
    }

    /** All of it for words that are no message, or were understood later, such as a voicemail's: ours are on the case's page. */
    Uni<Void> markAndCall(long number, List<Signal> signals, Knowledge known) {
        return sessions.withTransaction(session -> inquiries
                .change(number, inquiry -> mark(inquiry, signals))
                .chain(inquiry ->
                        raise(inquiry, signals).chain(() -> say(new Destination(Channel.WEB, null), inquiry, known))));
    }

    /** A case that has become part of another is worked on as that one: it is marked too. */
    private Uni<Void> raise(Inquiry inquiry, List<Signal> signals) {
        return alerts.raise(inquiry.number, signals, Instant.now()).chain(() -> markWhole(inquiry, signals));
    }

    private Uni<Void> markWhole(Inquiry part, List<Signal> signals) {
        if (part.mergedInto == null) return Uni.createFrom().voidItem();
        return inquiries
                .change(part.mergedInto, whole -> mark(whole, signals))
                .chain(whole -> markWhole(whole, signals));
    }

    private Uni<Void> say(Inbound message, Inquiry inquiry, Knowledge known) {
        var sender = message.sender();
        var destination = message.channel() == Channel.PHONE
                ? new Destination(Channel.WEB, null)
                : Destination.backTo(message.channel(), sender.email(), sender.phone());
        var shown = say(new Destination(Channel.WEB, null), inquiry, known);
        return destination.channel() == Channel.WEB ? shown : shown.chain(() -> say(destination, inquiry, known));
    }

    private Uni<Void> say(Destination destination, Inquiry inquiry, Knowledge known) {
        var text = known.safety().familyText().in(inquiry.language);
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        select count(*) from Reply where inquiryNumber = :number and text = :text
                        and channel = :channel and createdAt > :since""",
                        Long.class)
                .setParameter("number", inquiry.number)
                .setParameter("text", text)
                .setParameter("channel", destination.channel())
                .setParameter("since", Instant.now().minus(AGAIN_AFTER))
                .getSingleResult()
                .chain(said -> said > 0
                        ? Uni.createFrom().voidItem()
                        : replies.queueCrisisWords(Reply.to(inquiry.number, destination, text, Actor.RIGHTDOOR)
                                        .automatically())
                                .replaceWithVoid()));
    }
}
