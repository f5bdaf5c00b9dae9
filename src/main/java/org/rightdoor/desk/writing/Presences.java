package org.rightdoor.desk.writing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who has a case open just now, over all replicas. Pages tell every ten seconds; whoever has not been heard of for 25 is
 * gone. Only for callers that have asked whether the case may be seen.
 */
@ApplicationScoped
public class Presences {

    private static final String GONE_AFTER = "interval '25 seconds'";

    private static final String HERE =
            """
            with before as (select writing, seen_at from presence where inquiry_number = :number and staff_id = :staff),
                 now as (insert into presence (inquiry_number, staff_id, writing, seen_at)
                         values (:number, :staff, :writing, now())
                         on conflict (inquiry_number, staff_id) do update
                         set writing = excluded.writing, seen_at = excluded.seen_at)
            select not exists (select from before
                               where writing = :writing and seen_at > now() - GONE)"""
                    .replace("GONE", GONE_AFTER);

    /** @param writing true while that person has words in the answer */
    public record Colleague(String name, boolean writing) {}

    @Inject
    Mutiny.SessionFactory sessions;

    /** That person is at the case; true when the others do not know that yet. */
    public Uni<Boolean> here(long number, long staff, boolean writing) {
        return sessions.withTransaction(session -> session.createNativeQuery(HERE, Boolean.class)
                .setParameter("number", number)
                .setParameter("staff", staff)
                .setParameter("writing", writing)
                .getSingleResult());
    }

    public Uni<Void> gone(long number, long staff) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "delete from presence where inquiry_number = :number and staff_id = :staff")
                .setParameter("number", number)
                .setParameter("staff", staff)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Who else is at the case; those who write come first. */
    public Uni<List<Colleague>> others(long number, long staff) {
        return sessions.withSession(session -> session.createNativeQuery(
                        """
                        select s.name as name, p.writing as writing from presence p join staff s on s.id = p.staff_id
                        where p.inquiry_number = :number and p.staff_id <> :staff and p.seen_at > now() - GONE and s.active
                        order by p.writing desc, s.name"""
                                .replace("GONE", GONE_AFTER),
                        Tuple.class)
                .setParameter("number", number)
                .setParameter("staff", staff)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Colleague(row.get("name", String.class), row.get("writing", Boolean.class)))
                        .toList()));
    }
}
