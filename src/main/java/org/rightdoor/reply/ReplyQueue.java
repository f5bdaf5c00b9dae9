package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Channel;

/** The replies that wait to leave. Claimed by a conditional update, so that any number of replicas can send. */
@ApplicationScoped
class ReplyQueue {

    /** Longer than any transport may take, see {@link Transport#send}. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(3);

    private static final String MAY_NOT_HAVE_ARRIVED =
            "May not have arrived: the system stopped while it was being sent. Ask the family, or send it again.";

    private static final String CLAIM =
            """
            with claimed as (
                update reply set state = 'CLAIMED', claimed_at = now(), attempts = attempts + 1
                where state = 'QUEUED' and id = (
                    select id from reply where state = 'QUEUED' and channel = :channel and next_try_at <= now()
                    order by next_try_at limit 1 for update skip locked)
                returning *)
            select r.id as id, r.inquiry_number as inquiry_number, r.channel as channel, r.address as address,
                   i.subject as subject, r.text as text, i.language as language, i.department as department,
                   (select l.token from case_link l where l.inquiry_number = i.number and l.whole) as token,
                   (select c.external_id from contact c
                    where c.inquiry_number = i.number and c.channel = 'EMAIL'
                    order by c.at desc limit 1) as in_reply_to,
                   r.automatic as automatic, r.attempts as attempts
            from claimed r join inquiry i on i.number = r.inquiry_number
            """;

    @Inject
    Mutiny.SessionFactory sessions;

    /** Takes the reply that is due longest, or null; another replica gets another. It is to be reported back. */
    Uni<Outgoing> claim(Channel channel) {
        return sessions.withTransaction(session -> session.createNativeQuery(CLAIM, Tuple.class)
                .setParameter("channel", channel.name())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : outgoing(row)));
    }

    Uni<Void> sent(long id, String externalId) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update Reply set state = SENT, sentAt = :now, externalId = :externalId, error = null where id = :id")
                .setParameter("now", Instant.now())
                .setParameter("externalId", externalId)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
    }

    Uni<Void> failed(long id, String why) {
        return sessions.withTransaction(
                session -> session.createMutationQuery("update Reply set state = FAILED, error = :why where id = :id")
                        .setParameter("why", why)
                        .setParameter("id", id)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    Uni<Void> tryAgain(long id, String why, Duration pause) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update Reply set state = QUEUED, error = :why, nextTryAt = :next where id = :id")
                .setParameter("why", why)
                .setParameter("next", Instant.now().plus(pause))
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Replies whose sender died mid-way: nobody knows whether they left, so they are not sent twice by guess. */
    Uni<Integer> giveUpOnLost() {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update Reply set state = FAILED, error = :why where state = CLAIMED and claimedAt < :since")
                .setParameter("why", MAY_NOT_HAVE_ARRIVED)
                .setParameter("since", Instant.now().minus(IN_FLIGHT))
                .executeUpdate());
    }

    private static Outgoing outgoing(Tuple row) {
        return new Outgoing(
                row.get("id", Long.class),
                row.get("inquiry_number", Long.class),
                Channel.valueOf(row.get("channel", String.class)),
                row.get("address", String.class),
                row.get("subject", String.class),
                row.get("text", String.class),
                row.get("language", String.class),
                row.get("department", String.class),
                row.get("token", String.class),
                row.get("in_reply_to", String.class),
                row.get("automatic", Boolean.class),
                row.get("attempts", Integer.class));
    }
}
