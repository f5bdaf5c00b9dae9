package org.rightdoor.answers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What readers of an answer's page say about it. Staff see it; it does not decide whether an answer is given by itself,
 * as what is said in cases does, because anybody may press a button as often as they like.
 */
@ApplicationScoped
public class AnswerReaders {

    private static final String HEAR =
            """
            insert into answer_opinion (answer_id, version, language, helped, visit, at)
            values (:answer, :version, :language, :helped, :visit, :at) on conflict (visit) do nothing
            """;

    private static final String COUNT =
            """
            select answer_id as answer, count(*) filter (where helped) as hits, count(*) filter (where not helped) as misses
            from answer_opinion group by answer_id
            """;

    @Inject
    Mutiny.SessionFactory sessions;

    /** Keeps what one visit to the page says; the first word counts. */
    public Uni<Void> heard(Answer answer, String language, boolean helped, String visit) {
        return sessions.withTransaction(session -> session.createNativeQuery(HEAR)
                .setParameter("answer", answer.id())
                .setParameter("version", answer.version(language))
                .setParameter("language", language)
                .setParameter("helped", helped)
                .setParameter("visit", visit)
                .setParameter("at", Instant.now())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** How many readers each answer helped and how many not. */
    public Uni<Map<String, TrackRecord>> records() {
        return sessions.withSession(session -> session.createNativeQuery(COUNT, Tuple.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("answer", String.class),
                                row -> new TrackRecord(
                                        row.get("hits", Long.class).intValue(),
                                        row.get("misses", Long.class).intValue())))));
    }
}
