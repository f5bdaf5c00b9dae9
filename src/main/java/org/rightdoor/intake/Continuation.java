package org.rightdoor.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.Inquiries;
import org.rightdoor.inquiry.Inquiry;
import org.rightdoor.people.Person;
import org.rightdoor.reply.Replies;

/**
 * Which inquiry does a message continue? First what proves it: the secret link, or a mail of ours that it answers. Then
 * the case's number, from the case's own person only. Then, for that person, what is close in topic and time.
 */
@ApplicationScoped
class Continuation {

    /** A text within this time after ours is taken for an answer to it. */
    private static final Duration ANSWERS_OUR_TEXT = Duration.ofDays(3);

    @Inject
    Inquiries inquiries;

    @Inject
    Replies replies;

    /** Number of the inquiry that the message continues, or null when it opens a new one. */
    Uni<Long> of(Inbound message, Person person, SameMatter matter) {
        if (message.writtenDown() != null) return item(message.writtenDown().continues());
        return proven(message)
                .chain(number -> number != null ? item(number) : byNumber(message, person))
                .chain(number -> number != null ? item(number) : byGuess(message, person, matter));
    }

    private Uni<Long> proven(Inbound message) {
        var reference = message.reference();
        if (reference.token() != null) {
            return inquiries.link(reference.token()).map(link -> link == null ? null : link.inquiryNumber);
        }
        return replies.inquiryOf(reference.messageIds());
    }

    private Uni<Long> byNumber(Inbound message, Person person) {
        var number = message.reference().number();
        if (number == null) return none();
        return inquiries
                .find(number)
                .map(inquiry -> inquiry != null && inquiry.personId == person.id ? inquiry.number : null);
    }

    private Uni<Long> byGuess(Inbound message, Person person, SameMatter matter) {
        if (message.automatic() || !message.sender().hasAddress()) return none();
        return matters(person).chain(recent -> answered(message, recent, matter)
                .map(number -> number != null
                        ? number
                        : matter.among(recent).map(inquiry -> inquiry.number).orElse(null)));
    }

    private Uni<List<Inquiry>> matters(Person person) {
        return inquiries.recentOf(person.id).map(recent -> recent.stream()
                .filter(inquiry -> !inquiry.holdsOnlyNotices())
                .toList());
    }

    private Uni<Long> answered(Inbound message, List<Inquiry> recent, SameMatter matter) {
        if (message.channel() != Channel.SMS) return none();
        return replies.lastTexted(message.sender().phone(), message.at().minus(ANSWERS_OUR_TEXT))
                .map(number -> recent.stream()
                        .filter(inquiry -> inquiry.number.equals(number) && matter.fits(inquiry))
                        .map(inquiry -> inquiry.number)
                        .findFirst()
                        .orElse(null));
    }

    private static Uni<Long> none() {
        return Uni.createFrom().nullItem();
    }

    private static Uni<Long> item(Long number) {
        return Uni.createFrom().item(number);
    }
}
