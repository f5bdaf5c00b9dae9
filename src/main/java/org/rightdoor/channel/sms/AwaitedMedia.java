package org.rightdoor.channel.sms;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Inquiries;

/** Files of text messages that are still with Twilio. Claimed by a conditional update; a claim lapses by itself. */
@ApplicationScoped
class AwaitedMedia {

    /** Twilio sends no more than ten with one message (https://www.twilio.com/docs/messaging/guides/webhook-request). */
    private static final int MOST = 20;

    private static final String EXPECT =
            """
            insert into awaited_media (message_sid, position, address, media_type)
            values (:message, :position, :address, :type) on conflict do nothing""";

    private static final String CLAIM =
            """
            with claimed as (
                update awaited_media set state = 'CLAIMED', claimed_at = now(), attempts = attempts + 1
                where id = (
                    select m.id from awaited_media m
                    where (m.state = 'WAITING' and m.next_try_at <= now()
                           or m.state = 'CLAIMED' and m.claimed_at < now() - interval '2 minutes')
                      and exists (select 1 from contact c where c.channel = 'SMS' and c.external_id = m.message_sid)
                    order by m.next_try_at limit 1 for update of m skip locked)
                returning *)
            select m.id as id, m.address as address, m.position as position, m.attempts as attempts,
                   c.id as contact, c.inquiry_number as number
            from claimed m join contact c on c.channel = 'SMS' and c.external_id = m.message_sid
            """;

    /**
     * A file that one replica is fetching.
     *
     * @param position among the files of its message, from 0 on
     * @param attempts this one included
     */
    record Claimed(long id, String address, int position, int attempts, long contact, long number) {}

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    /** Notes the files of a message, before the message itself is stored; again is as once. */
    Uni<Void> expect(IncomingText text) {
        if (text.media().isEmpty()) return Uni.createFrom().voidItem();
        var count = Math.min(text.media().size(), MOST);
        return sessions.withTransaction(session -> Multi.createFrom()
                .range(0, count)
                .onItem()
                .transformToUniAndConcatenate(i -> session.createNativeQuery(EXPECT)
                        .setParameter("message", text.name())
                        .setParameter("position", i)
                        .setParameter("address", text.media().get(i).address())
                        .setParameter("type", text.media().get(i).type())
                        .executeUpdate())
                .onItem()
                .ignoreAsUni());
    }

    /** The file that is due longest, or null. */
    Uni<Claimed> claim() {
        return sessions.withTransaction(session -> session.createNativeQuery(CLAIM, Tuple.class)
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? null
                        : new Claimed(
                                row.get("id", Long.class),
                                row.get("address", String.class),
                                row.get("position", Integer.class),
                                row.get("attempts", Integer.class),
                                row.get("contact", Long.class),
                                row.get("number", Long.class))));
    }

    Uni<Void> store(Claimed file, Attachment attachment) {
        attachment.contactId = file.contact();
        return sessions.withTransaction(session -> settle(session, file, "STORED", null)
                .chain(first ->
                        first ? session.persist(attachment) : Uni.createFrom().voidItem()));
    }

    Uni<Void> tryAgain(Claimed file, String why, Duration pause) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        update awaited_media set state = 'WAITING', error = :why,
                               next_try_at = now() + :seconds * interval '1 second'
                        where id = :id and state = 'CLAIMED'""")
                .setParameter("why", why)
                .setParameter("seconds", pause.toSeconds())
                .setParameter("id", file.id())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** It is said in the case, where somebody can ask the family. */
    Uni<Void> giveUp(Claimed file, String why) {
        var note = "A file that came with a text message could not be fetched from Twilio: " + why
                + " Ask the family to send it again.";
        return sessions.withTransaction(session -> settle(session, file, "GIVEN_UP", why)
                .chain(first -> first
                        ? inquiries.change(file.number(), inquiry -> inquiry.note(note, Actor.RIGHTDOOR))
                        : Uni.createFrom().nullItem())
                .replaceWithVoid());
    }

    private static Uni<Boolean> settle(Mutiny.Session session, Claimed file, String state, String why) {
        return session.createNativeQuery(
                        "update awaited_media set state = :state, error = :why where id = :id and state = 'CLAIMED'")
                .setParameter("state", state)
                .setParameter("why", why)
                .setParameter("id", file.id())
                .executeUpdate()
                .map(changed -> changed > 0);
    }
}
