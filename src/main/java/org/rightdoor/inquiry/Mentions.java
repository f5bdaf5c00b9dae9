package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where colleagues called each other by name in a note. */
@ApplicationScoped
public class Mentions {

    private static final int MOST = 100;

    /** A note that calls somebody; {@code seen} once that person has opened the case since. */
    public record Mention(long number, String subject, String by, String note, Instant at, boolean seen) {}

    // Whoever may not see the case any more is not told of it either.
    private static final String OF =
            """
            select i.number as number, i.subject as subject, d.actor as by, e.detail as note, m.at as at,
                   m.seen_at is not null as seen
            from mention m
            join deed d on d.id = m.deed_id and d.undone_at is null
            join deed_on_case o on o.deed_id = d.id and o.inquiry_number = m.inquiry_number
            join event e on e.id = o.event_id
            join inquiry i on i.number = m.inquiry_number
            where m.staff_id = :staff and %s
            order by m.id desc limit %d""";

    @Inject
    Mutiny.SessionFactory sessions;

    /** The note that the deed left calls these people. */
    public Uni<Void> add(Deed deed, long number, Collection<Long> staffIds) {
        return sessions.withTransaction(session -> Deeds.inOrder(staffIds, staff -> session.createNativeQuery(
                                "insert into mention (deed_id, inquiry_number, staff_id) values (:deed, :number, :staff)")
                        .setParameter("deed", deed.id)
                        .setParameter("number", number)
                        .setParameter("staff", staff)
                        .executeUpdate())
                .replaceWithVoid());
    }

    /** The latest first. */
    public Uni<List<Mention>> of(long staffId, Sight sight) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(OF.formatted(sight.mayRead(), MOST), Tuple.class)
                    .setParameter("staff", staffId);
            sight.bind(query::setParameter);
            return query.getResultList()
                    .map(rows -> rows.stream().map(Mentions::mention).toList());
        });
    }

    /** Whoever opens a case has seen what calls them there. */
    public Uni<Void> see(Collection<Long> numbers, long staffId) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        """
                        update mention set seen_at = now()
                        where inquiry_number in :numbers and staff_id = :staff and seen_at is null""")
                .setParameter("numbers", numbers)
                .setParameter("staff", staffId)
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Mention mention(Tuple row) {
        return new Mention(
                row.get("number", Long.class),
                row.get("subject", String.class),
                row.get("by", String.class),
                row.get("note", String.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("seen", Boolean.class));
    }
}
