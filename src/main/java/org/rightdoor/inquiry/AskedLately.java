package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** What families ask about most just now: counted from the cases of the last week, so that all replicas agree. */
@ApplicationScoped
public class AskedLately {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** The front page opens without it while the database hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** What fewer people ask about could tell who they are. */
    private static final int FEWEST_PEOPLE = 3;

    private static final int MOST_TOPICS = 20;

    private static final String COUNT =
            """
            select topic from inquiry
            where opened_at > :since and topic is not null and (:school = '' or school = :school)
            group by topic having count(distinct person_id) >= :fewest
            order by count(*) desc, topic limit :most
            """;

    private record Held(List<String> topics, Instant until) {}

    private final Map<String, Held> held = new ConcurrentHashMap<>();

    @Inject
    Mutiny.SessionFactory sessions;

    /**
     * Keys of the topics, most asked first, at most a minute old; none where nothing was asked, or where the database has
     * never answered.
     *
     * @param school key of a school that exists, or empty for the whole district
     */
    public Uni<List<String>> topics(String school) {
        var last = held.get(school);
        if (last != null && Instant.now().isBefore(last.until())) {
            return Uni.createFrom().item(last.topics());
        }
        var otherwise = last == null ? List.<String>of() : last.topics();
        return patiently(count(school)
                        .invoke(topics ->
                                held.put(school, new Held(topics, Instant.now().plus(FRESH)))))
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(otherwise)
                .onFailure()
                .recoverWithItem(otherwise);
    }

    // Who stops waiting leaves the count itself alone: broken off, it would take its connection with it.
    private static <T> Uni<T> patiently(Uni<T> work) {
        return Uni.createFrom().emitter(told -> work.subscribe().with(told::complete, told::fail));
    }

    private Uni<List<String>> count(String school) {
        return sessions.withSession(session -> session.createNativeQuery(COUNT, String.class)
                .setParameter("since", Instant.now().minus(LATELY))
                .setParameter("school", school)
                .setParameter("fewest", FEWEST_PEOPLE)
                .setParameter("most", MOST_TOPICS)
                .getResultList());
    }
}
