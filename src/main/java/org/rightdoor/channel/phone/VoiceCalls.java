package org.rightdoor.channel.phone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Calls to the district's number at Twilio. */
@ApplicationScoped
class VoiceCalls {

    private static final String LANGUAGE_OF =
            """
            select i.language from inquiry i join address a on a.person_id = i.person_id
            where a.kind = 'PHONE' and a.value = :caller and i.language <> 'und'
            order by i.last_contact_at desc""";

    @Inject
    Mutiny.SessionFactory sessions;

    /** The language of the latest case of whoever calls from that number, or null. */
    Uni<String> languageOf(String caller) {
        return sessions.withSession(session -> session.createNativeQuery(LANGUAGE_OF, String.class)
                .setParameter("caller", caller)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    /** Remembers the call; the same one again changes nothing. */
    Uni<VoiceCall> begin(VoiceCall call) {
        return execute(
                        """
                        insert into voice_call (call_sid, caller, language) values (:sid, :caller, :language)
                        on conflict do nothing""",
                        query -> query.setParameter("sid", call.sid())
                                .setParameter("caller", call.caller())
                                .setParameter("language", call.language()))
                .chain(() -> find(call.sid()));
    }

    /** The call; one that we never heard the beginning of comes from nobody in English. */
    Uni<VoiceCall> find(String sid) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select caller, language, wants_text from voice_call where call_sid = :sid", Tuple.class)
                .setParameter("sid", sid)
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? new VoiceCall(sid, null, "en", false)
                        : new VoiceCall(
                                sid,
                                row.get("caller", String.class),
                                row.get("language", String.class),
                                row.get("wants_text", Boolean.class))));
    }

    Uni<VoiceCall> speak(String sid, String language) {
        return execute(
                        "update voice_call set language = :language where call_sid = :sid",
                        query -> query.setParameter("sid", sid).setParameter("language", language))
                .chain(() -> find(sid));
    }

    /** The caller asks for a text; for a hidden number there is none. */
    Uni<VoiceCall> askForText(String sid) {
        return execute(
                        "update voice_call set wants_text = caller is not null where call_sid = :sid",
                        query -> query.setParameter("sid", sid))
                .chain(() -> find(sid));
    }

    private Uni<Void> execute(String statement, UnaryOperator<Mutiny.Query<Object>> withParameters) {
        return sessions.withTransaction(session -> withParameters
                .apply(session.createNativeQuery(statement))
                .executeUpdate()
                .replaceWithVoid());
    }
}
