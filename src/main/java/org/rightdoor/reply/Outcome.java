package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** What became of one attempt: the channel's name for the message, or the failure. */
record Outcome(String externalId, DeliveryFailed failure) {

    private static final int MOST_ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final String MAY_NOT_HAVE_ARRIVED =
            "May not have arrived: the system stopped while it was being sent. Ask the family, or send it again.";

    static Outcome sent(String externalId) {
        return new Outcome(externalId, null);
    }

    static Outcome failed(DeliveryFailed failure) {
        return new Outcome(null, failure);
    }

    /** Nobody sends a message twice by guess: only when the channel knows that it never left. */
    static Outcome traced(Trace trace) {
        return switch (trace.found()) {
            case LEFT -> sent(trace.externalId());
            case NEVER_LEFT -> failed(DeliveryFailed.forNow("The system stopped before it was sent.", null));
            case UNKNOWN -> failed(DeliveryFailed.forGood(MAY_NOT_HAVE_ARRIVED));
        };
    }

    Uni<Void> record(ReplyQueue queue, Consents consents, Outgoing message) {
        if (failure == null) return queue.sent(message.replyId(), externalId);
        // Its claim grows old, and then it is looked for.
        if (failure.unsure()) return Uni.createFrom().voidItem();
        var noted = failure.optedOut()
                ? consents.optedOutAtCarrier(message.channel(), message.address(), failure.getMessage())
                : Uni.createFrom().voidItem();
        return noted.chain(() -> isFinal(message)
                ? queue.failed(message.replyId(), failure.getMessage())
                : queue.tryAgain(message.replyId(), failure.getMessage(), pauseAfter(message.attempts())));
    }

    RepliesAreMeasured.Outcome measuredAs(Outgoing message) {
        if (failure == null) return RepliesAreMeasured.Outcome.SENT;
        if (failure.unsure()) return RepliesAreMeasured.Outcome.UNSURE;
        return isFinal(message) ? RepliesAreMeasured.Outcome.FAILED : RepliesAreMeasured.Outcome.POSTPONED;
    }

    private boolean isFinal(Outgoing message) {
        return failure.permanent() || message.attempts() >= MOST_ATTEMPTS;
    }

    private static Duration pauseAfter(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
