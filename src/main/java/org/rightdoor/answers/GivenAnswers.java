package org.rightdoor.answers;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The texts that were given as answers, each as it stood at the time. */
@ApplicationScoped
public class GivenAnswers {

    /** A text that was given, and how many replies were taken from it. */
    public record Version(String answerId, String version, String language, String text, Instant since, long replies) {}

    @Inject
    Mutiny.SessionFactory sessions;

    /** An answer that is given in that language. */
    public record Given(Answer answer, String language) {}

    /** SQL that remembers what {@link #versions} makes of many, as that parameter, such as {@code $1}. */
    public static String remember(String parameter) {
        return """
                insert into answer_version (answer_id, version, language, text, first_given_at)
                select answer_id, version, language, text, now()
                from json_populate_recordset(null::answer_version, %s::text::json) on conflict do nothing"""
                .formatted(parameter);
    }

    public static String versions(List<Given> given) {
        var rows = new JsonArray();
        given.forEach(one -> rows.add(new JsonObject()
                .put("answer_id", one.answer().id())
                .put("version", one.answer().version(one.language()))
                .put("language", one.language())
                .put("text", one.answer().text().in(one.language()))));
        return rows.encode();
    }

    /** Remembers the text as it stands now; a reply that is taken from it names its version. */
    public Uni<Void> remember(Answer answer, String language) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        insert into answer_version (answer_id, version, language, text, first_given_at)
                        values (:answer, :version, :language, :text, :at) on conflict do nothing""")
                .setParameter("answer", answer.id())
                .setParameter("version", answer.version(language))
                .setParameter("language", language)
                .setParameter("text", answer.text().in(language))
                .setParameter("at", Instant.now())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The id of the answer that the case was given last, or null. */
    public Uni<String> lastIn(long inquiry) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select answerId from Reply where inquiryNumber = :number and answerId is not null order by id desc",
                        String.class)
                .setParameter("number", inquiry)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    /** All versions by answer, the latest first. */
    public Uni<Map<String, List<Version>>> all() {
        return sessions.withSession(session -> session.createNativeQuery(
                        """
                        select v.answer_id as answer, v.version as version, v.language as language, v.text as text,
                               v.first_given_at as since, count(r.id) as replies
                        from answer_version v
                        left join reply r on r.answer_id = v.answer_id and r.answer_version = v.version
                        group by v.answer_id, v.version, v.language order by v.first_given_at desc""",
                        Tuple.class)
                .getResultList()
                .map(rows ->
                        rows.stream().map(GivenAnswers::version).collect(Collectors.groupingBy(Version::answerId))));
    }

    private static Version version(Tuple row) {
        return new Version(
                row.get("answer", String.class),
                row.get("version", String.class),
                row.get("language", String.class),
                row.get("text", String.class),
                row.get("since", OffsetDateTime.class).toInstant(),
                row.get("replies", Long.class));
    }
}
