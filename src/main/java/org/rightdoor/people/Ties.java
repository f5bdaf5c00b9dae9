package org.rightdoor.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who is one person under two addresses, and who belongs to one household. Nothing is moved: a tie that ends leaves no trace. */
@ApplicationScoped
public class Ties {

    private static final String SAME =
            """
            with recursive same(id) as (
                select cast(:person as bigint)
                union
                select case when t.person_id = s.id then t.other_id else t.person_id end
                from tie t join same s on s.id in (t.person_id, t.other_id)
                where t.kind = 'SAME' and t.ended_at is null)
            select id from same""";

    @Inject
    Mutiny.SessionFactory sessions;

    /** Ids under which this person is known, its own first. */
    public Uni<List<Long>> samePeople(long personId) {
        return sessions.withSession(session -> session.createNativeQuery(SAME, Long.class)
                .setParameter("person", personId)
                .getResultList());
    }

    /** All ties of this person that hold, to be read from either end. */
    public Uni<List<Tie>> of(long personId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from Tie where endedAt is null and (personId = :person or otherId = :person) order by id",
                        Tie.class)
                .setParameter("person", personId)
                .getResultList());
    }

    /**
     * Ties two people, in place of how they were tied before.
     *
     * @return the tie, with what it took the place of in {@link Tie#insteadOf}
     * @throws IllegalStateException when they are tied so already, or are one entry
     */
    public Uni<Tie> tie(long personId, long otherId, Tie.Kind kind, long deedId) {
        if (personId == otherId) throw new IllegalStateException("That is the same entry already.");
        return sessions.withTransaction(
                session -> between(session, personId, otherId).chain(held -> {
                    if (held != null && held.kind == kind)
                        throw new IllegalStateException("They are linked like that already.");
                    if (held != null) held.endedAt = Instant.now();
                    var tie = Tie.between(personId, otherId, kind, deedId);
                    tie.insteadOf = held == null ? null : held.id;
                    return session.flush().chain(() -> session.persist(tie)).replaceWith(tie);
                }));
    }

    /** Ends what a deed tied, and brings back what that took the place of. */
    public Uni<Void> undo(long deedId) {
        return sessions.withTransaction(session -> session.createSelectionQuery(
                        "from Tie where deedId = :deed", Tie.class)
                .setParameter("deed", deedId)
                .getSingleResultOrNull()
                .chain(tie -> {
                    if (tie == null || tie.endedAt != null) {
                        throw new IllegalStateException("How these people are linked has been changed again since.");
                    }
                    tie.endedAt = Instant.now();
                    return session.flush()
                            .chain(() -> tie.insteadOf == null
                                    ? Uni.createFrom().<Tie>nullItem()
                                    : session.find(Tie.class, tie.insteadOf))
                            .invoke(before -> {
                                if (before != null) before.endedAt = null;
                            });
                })
                .replaceWithVoid());
    }

    private static Uni<Tie> between(Mutiny.Session session, long a, long b) {
        return session.createSelectionQuery(
                        "from Tie where endedAt is null and personId = :low and otherId = :high", Tie.class)
                .setParameter("low", Math.min(a, b))
                .setParameter("high", Math.max(a, b))
                .getSingleResultOrNull();
    }
}
