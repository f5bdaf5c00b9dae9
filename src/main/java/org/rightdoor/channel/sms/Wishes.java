package org.rightdoor.channel.sms;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.reply.Consent;
import org.rightdoor.reply.Consent.Source;
import org.rightdoor.reply.Consent.Wish;
import org.rightdoor.reply.Consents;
import org.rightdoor.reply.Replies;

/**
 * Hears what a message says about being texted, and writes it down before anything else is done with the message.
 *
 * <p>A stop word opts out, whatever we asked before: 47 CFR 64.1200(a)(10) says so and Twilio has blocked the number by
 * then. Where it may also be an answer to a text of ours ("cancel", "end"), the message stays an ordinary one too, so that
 * a person reads it; a Spanish one of these, which Twilio lets pass, is only put in doubt. "Yes" is a start for somebody
 * who has opted out and an ordinary answer for everybody else. A sentence that may ask for no more texts is put in doubt.
 */
@ApplicationScoped
class Wishes {

    /** A text within this time after ours may be an answer to it. */
    private static final Duration CONVERSATION = Duration.ofDays(3);

    @Inject
    Consents consents;

    @Inject
    Replies replies;

    /** True when the message was only that, so that nobody needs to answer it. */
    Uni<Boolean> heard(IncomingText text) {
        if (!text.hasNumber()) return item(text.isHandledByTwilio());
        return switch (text.wish()) {
            case STOP -> stop(text);
            case START -> add(text, Wish.IN).replaceWith(true);
            case YES -> yes(text);
            case HELP -> item(text.isHandledByTwilio());
            case NONE -> Revocation.mayBeMeantBy(text.body()) ? doubt(text) : item(false);
        };
    }

    private Uni<Boolean> stop(IncomingText text) {
        return isInConversation(text).chain(inConversation -> {
            var mayBeAnAnswer = inConversation && Keywords.mayBeAnAnswer(text.body());
            if (mayBeAnAnswer && !text.isHandledByTwilio()) return doubt(text);
            return add(text, Wish.OUT).replaceWith(!mayBeAnAnswer);
        });
    }

    // Delivered a second time, it finds somebody who has opted in again: by this very message.
    private Uni<Boolean> yes(IncomingText text) {
        return consents.isHeld(Channel.SMS, text.name())
                .chain(held -> held
                        ? item(true)
                        : consents.wishOf(Channel.SMS, text.from())
                                .chain(wish ->
                                        wish == Wish.OUT ? add(text, Wish.IN).replaceWith(true) : item(false)));
    }

    private Uni<Boolean> doubt(IncomingText text) {
        return consents.wishOf(Channel.SMS, text.from())
                .chain(wish -> wish == Wish.OUT ? Uni.createFrom().voidItem() : add(text, Wish.IN_DOUBT))
                .replaceWith(false);
    }

    private Uni<Boolean> isInConversation(IncomingText text) {
        return replies.lastTexted(text.from(), Instant.now().minus(CONVERSATION))
                .map(number -> number != null);
    }

    private Uni<Void> add(IncomingText text, Wish wish) {
        var source = text.wish() == Keywords.Wish.NONE ? Source.OWN_WORDS : Source.KEYWORD;
        return consents.add(Consent.of(Channel.SMS, text.from(), wish, source, text.body(), Actor.FAMILY)
                .saidIn(text.name()));
    }

    private static Uni<Boolean> item(boolean answer) {
        return Uni.createFrom().item(answer);
    }
}
