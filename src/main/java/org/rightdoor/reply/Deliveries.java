package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Channel;

/**
 * What carriers report about our messages, in any order, more than once, and perhaps before we have written down that a
 * message left. A state only moves forward; that it arrived is the last word.
 */
@ApplicationScoped
public class Deliveries {

    // A failure without the channel's name is our own guess, and the carrier knows better.
    private static final String NOT_KNOWN_TO_HAVE_LEFT =
            "(state in ('QUEUED', 'CLAIMED') or state = 'FAILED' and external_id is null)";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    SecondWay secondWay;

    @Inject
    RepliesAreMeasured measured;

    /** The carrier has the message. */
    public Uni<Void> left(Sent sent) {
        return move(
                        sent,
                        "set state = 'SENT', error = null, sent_at = coalesce(sent_at, now()), external_id = :external",
                        NOT_KNOWN_TO_HAVE_LEFT)
                .replaceWithVoid();
    }

    public Uni<Void> arrived(Sent sent) {
        return move(
                        sent,
                        "set state = 'DELIVERED', error = null, sent_at = coalesce(sent_at, now()), external_id = :external",
                        "state <> 'DELIVERED'")
                .invoke(moved -> count(sent, moved, RepliesAreMeasured.Outcome.ARRIVED))
                .replaceWithVoid();
    }

    /** It did not arrive; where the person has given another address, it goes there. */
    public Uni<Void> lost(Sent sent, String why) {
        return sessions.withTransaction(session -> move(
                        sent,
                        "set state = 'FAILED', error = :why, external_id = :external",
                        "(state = 'SENT' or " + NOT_KNOWN_TO_HAVE_LEFT + ")",
                        why)
                .invoke(moved -> count(sent, moved, RepliesAreMeasured.Outcome.LOST))
                .chain(moved -> secondWay.insteadOf(session, moved)));
    }

    private void count(Sent sent, List<Long> moved, RepliesAreMeasured.Outcome outcome) {
        if (!moved.isEmpty()) measured.count(sent.channel(), outcome);
    }

    private Uni<List<Long>> move(Sent sent, String change, String from) {
        return move(sent, change, from, null);
    }

    private Uni<List<Long>> move(Sent sent, String change, String from, String why) {
        return sessions.withTransaction(session -> {
            var statement = session.createNativeQuery(
                            "update reply " + change
                                    + " where channel = :channel and (id = :reply and (external_id is null or external_id = :external)"
                                    + " or external_id = :external) and " + from + " returning id",
                            Long.class)
                    .setParameter("channel", sent.channel().name())
                    .setParameter("reply", sent.replyId())
                    .setParameter("external", sent.externalId());
            if (why != null) statement.setParameter("why", why);
            return statement.getResultList();
        });
    }

    /**
     * One of our messages as a carrier speaks of it.
     *
     * @param replyId as we told the carrier, or -1 when it does not say
     * @param externalId the channel's own name for it
     */
    public record Sent(Channel channel, long replyId, String externalId) {}
}
