package org.rightdoor.channel.phone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Attachment;
import org.rightdoor.inquiry.Inquiries;

/** What callers left, until it is in its case. */
@ApplicationScoped
class Voicemails {

    private static final String ROW =
            "select recording_sid, call_sid, seconds, said, contact_id, attempts from voicemail ";

    // A replica that died while fetching has lost its claim after two minutes.
    private static final String CLAIM =
            """
            with due as (
                select recording_sid as due_sid from voicemail
                where state in ('WAITING', 'CLAIMED') and seconds is not null and next_try_at <= now()
                order by next_try_at limit 1 for update skip locked)
            update voicemail set state = 'CLAIMED', attempts = attempts + 1, next_try_at = now() + interval '2 minutes'
            from due where recording_sid = due_sid
            returning recording_sid, call_sid, seconds, said, contact_id, attempts""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Inquiries inquiries;

    /** Notes a recording; it is kept from others for some seconds, in which it becomes a case. */
    Uni<Voicemail> left(String recordingSid, String callSid, int seconds) {
        return execute(
                        """
                        insert into voicemail (recording_sid, call_sid, seconds, next_try_at)
                        values (:sid, :call, :seconds, now() + interval '5 seconds')
                        on conflict (recording_sid) do update set seconds = excluded.seconds
                        where voicemail.seconds is null""",
                        Map.of("sid", recordingSid, "call", callSid, "seconds", seconds))
                .chain(() -> find(recordingSid));
    }

    /** Notes what was said in a recording, which may be heard of only later; the first word stands. */
    Uni<Voicemail> said(String recordingSid, String callSid, String text) {
        return execute(
                        """
                        insert into voicemail (recording_sid, call_sid, said) values (:sid, :call, :said)
                        on conflict (recording_sid) do update set said = excluded.said where voicemail.said is null""",
                        Map.of("sid", recordingSid, "call", callSid, "said", text))
                .chain(() -> find(recordingSid));
    }

    /** It is held under its own name; its files follow that contact. */
    Uni<Voicemail> isContact(Voicemail voicemail) {
        return execute(
                        """
                        update voicemail set contact_id = (
                            select id from contact where channel = 'PHONE' and external_id = :sid)
                        where recording_sid = :sid""",
                        Map.of("sid", voicemail.recordingSid()))
                .chain(() -> find(voicemail.recordingSid()));
    }

    /** The one that is due longest, or null. */
    Uni<Voicemail> claim() {
        return sessions.withTransaction(session -> session.createNativeQuery(CLAIM, Tuple.class)
                .getSingleResultOrNull()
                .map(Voicemails::voicemail));
    }

    Uni<Void> store(Voicemail voicemail, Attachment sound) {
        sound.contactId = voicemail.contactId();
        return sessions.withTransaction(session -> settle(session, voicemail, "STORED", null)
                .chain(first ->
                        first ? session.persist(sound) : Uni.createFrom().voidItem()));
    }

    Uni<Void> tryAgain(Voicemail voicemail, String why, Duration pause) {
        return execute(
                """
                update voicemail set state = 'WAITING', error = :why, next_try_at = now() + :seconds * interval '1 second'
                where recording_sid = :sid and state = 'CLAIMED'""",
                Map.of("sid", voicemail.recordingSid(), "why", why, "seconds", pause.toSeconds()));
    }

    /** It is said in the case, where somebody can look at Twilio or call back. */
    Uni<Void> giveUp(Voicemail voicemail, long number, String why) {
        var note = "The recording could not be fetched from Twilio: " + why
                + " Call back, or listen to it at Twilio as " + voicemail.recordingSid() + ".";
        return sessions.withTransaction(session -> settle(session, voicemail, "GIVEN_UP", why)
                .chain(first -> first
                        ? inquiries.change(number, inquiry -> inquiry.note(note, Actor.RIGHTDOOR))
                        : Uni.createFrom().nullItem())
                .replaceWithVoid());
    }

    private Uni<Voicemail> find(String recordingSid) {
        return sessions.withSession(
                session -> session.createNativeQuery(ROW + "where recording_sid = :sid", Tuple.class)
                        .setParameter("sid", recordingSid)
                        .getSingleResultOrNull()
                        .map(Voicemails::voicemail));
    }

    private Uni<Void> execute(String statement, Map<String, Object> parameters) {
        return sessions.withTransaction(session -> {
            var query = session.createNativeQuery(statement);
            parameters.forEach(query::setParameter);
            return query.executeUpdate().replaceWithVoid();
        });
    }

    private static Uni<Boolean> settle(Mutiny.Session session, Voicemail voicemail, String state, String why) {
        return session.createNativeQuery(
                        "update voicemail set state = :state, error = :why where recording_sid = :sid and state = 'CLAIMED'")
                .setParameter("state", state)
                .setParameter("why", why)
                .setParameter("sid", voicemail.recordingSid())
                .executeUpdate()
                .map(changed -> changed > 0);
    }

    private static Voicemail voicemail(Tuple row) {
        if (row == null) return null;
        var seconds = row.get("seconds", Integer.class);
        return new Voicemail(
                row.get("recording_sid", String.class),
                row.get("call_sid", String.class),
                seconds == null ? 0 : seconds,
                row.get("said", String.class),
                row.get("contact_id", Long.class),
                row.get("attempts", Integer.class));
    }
}
