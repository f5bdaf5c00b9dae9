package org.rightdoor.reply;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Channel;
import org.rightdoor.inquiry.MessageMark;
import org.rightdoor.reply.Consent.Wish;

/** The replies that wait to leave. Claimed by a conditional update, so that any number of replicas can send. */
@ApplicationScoped
class ReplyQueue {

    private static final String WISH =
            """
            (select k.wish from consent k where k.channel = r.channel and k.address = r.address
             order by k.id desc limit 1)""";

    // While a channel rests, a reply leaves only within an hour of the family's own message; a code was asked for just
    // now.
    private static final String NEXT =
            """
            update reply set state = 'CLAIMED', claimed_at = clock_timestamp(), attempts = attempts + 1
            where state = 'QUEUED' and id = (
                select r.id from reply r
                where r.state = 'QUEUED' and r.channel = :channel and r.next_try_at <= now()
                  and coalesce(WISH, 'IN') <> 'IN_DOUBT'
                  and (not :resting or r.code
                       or exists (select 1 from contact c
                                  where c.inquiry_number = r.inquiry_number and c.at > now() - interval '1 hour'))
                order by r.next_try_at limit 1 for update of r skip locked)
            returning *"""
                    .replace("WISH", WISH);

    // By the one clock that all claims were written by: one that goes wrong on a replica calls nobody dead.
    private static final String LOST =
            """
            update reply set claimed_at = clock_timestamp()
            where state = 'CLAIMED' and id = (
                select r.id from reply r
                where r.state = 'CLAIMED' and r.channel = :channel and r.claimed_at < clock_timestamp() - cast(:seconds as bigint) * interval '1 second'
                order by r.claimed_at limit 1 for update of r skip locked)
            returning *""";

    private static final String WITH_ITS_CASE =
            """
            with claimed as (%s)
            select r.id as id, r.inquiry_number as inquiry_number, r.channel as channel, r.address as address,
                   i.subject as subject, r.text as text, i.language as language, i.department as department,
                   (select l.token from case_link l where l.inquiry_number = i.number and l.whole and l.revoked_at is null) as token,
                   (select c.external_id from contact c
                    where c.inquiry_number = i.number and c.channel = 'EMAIL'
                    order by c.at desc limit 1) as in_reply_to,
                   (select c.channel || ' ' || c.external_id from contact c
                    where c.inquiry_number = i.number and c.at <= r.created_at
                    order by c.at desc limit 1) as answers,
                   r.automatic as automatic, r.attempts as attempts, r.created_at as created_at, %s as wish
            from claimed r join inquiry i on i.number = r.inquiry_number
            """;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    SecondWay secondWay;

    /** Takes the reply that is due longest, or null; another replica gets another. It is to be reported back. */
    Uni<Claimed> claim(Channel channel, Pace pace) {
        return sessions.withTransaction(session -> hasRoom(session, channel, pace)
                .chain(room -> room
                        ? session.createNativeQuery(WITH_ITS_CASE.formatted(NEXT, WISH), Tuple.class)
                                .setParameter("channel", channel.name())
                                .setParameter("resting", pace.resting())
                                .getSingleResultOrNull()
                                .map(ReplyQueue::claimed)
                        : Uni.createFrom().nullItem()));
    }

    /** Takes a reply whose sender died mid-way, or null. */
    Uni<Claimed> claimLost(Channel channel, Pace pace) {
        return sessions.withTransaction(
                session -> session.createNativeQuery(WITH_ITS_CASE.formatted(LOST, WISH), Tuple.class)
                        .setParameter("channel", channel.name())
                        .setParameter("seconds", pace.answersWithin().toSeconds())
                        .getSingleResultOrNull()
                        .map(ReplyQueue::claimed));
    }

    /** It left; unless the carrier's report was faster and said more. */
    Uni<Void> sent(long id, String externalId) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        """
                        update Reply set state = SENT, sentAt = :now, externalId = :externalId, error = null
                        where id = :id and state = CLAIMED""")
                .setParameter("now", Instant.now())
                .setParameter("externalId", externalId)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
    }

    Uni<Void> failed(long id, String why) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update Reply set state = FAILED, error = :why where id = :id and state = CLAIMED")
                .setParameter("why", why)
                .setParameter("id", id)
                .executeUpdate()
                .call(changed -> secondWay.insteadOf(session, changed == 0 ? List.of() : List.of(id)))
                .replaceWithVoid());
    }

    Uni<Void> tryAgain(long id, String why, Duration pause) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        """
                        update Reply set state = QUEUED, error = :why, nextTryAt = :next
                        where id = :id and state = CLAIMED""")
                .setParameter("why", why)
                .setParameter("next", Instant.now().plus(pause))
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
    }

    // One replica after another looks and claims, or two would take the last free place.
    private static Uni<Boolean> hasRoom(Mutiny.Session session, Channel channel, Pace pace) {
        if (!pace.isLimited()) return Uni.createFrom().item(true);
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext(:channel), 0)")
                .setParameter("channel", channel.name())
                .getSingleResult()
                .chain(() -> session.createNativeQuery(
                                """
                                select count(*) from reply
                                where channel = :channel and claimed_at > clock_timestamp() - interval '1 second'""",
                                Long.class)
                        .setParameter("channel", channel.name())
                        .getSingleResult())
                .map(justNow -> justNow < pace.mostPerSecond());
    }

    private static Claimed claimed(Tuple row) {
        if (row == null) return null;
        var message = new Outgoing(
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
        return new Claimed(
                message,
                mark(row.get("answers", String.class)),
                !Wish.OUT.name().equals(row.get("wish", String.class)),
                row.get("created_at", OffsetDateTime.class).toInstant());
    }

    private static String mark(String answers) {
        if (answers == null) return null;
        var channel = Channel.valueOf(answers.substring(0, answers.indexOf(' ')));
        return MessageMark.of(channel, answers.substring(answers.indexOf(' ') + 1));
    }
}
