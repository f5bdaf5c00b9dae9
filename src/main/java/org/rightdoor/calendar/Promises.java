package org.rightdoor.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What the district owes families, by when. Promises about answers are kept by the cases themselves; those of a case that has
 * become part of another rest, for that one has its own. What staff promised in their own words runs on.
 */
@ApplicationScoped
public class Promises {

    // Of a case with what staff promised in those that have become part of it. "offset 0": the planner takes running
    // promises for fewer than they are, and would read all of them.
    private static final String RUNNING =
            """
            select p.* from (
                select * from promise where inquiry_number = any(array(select whole_of(:number))) offset 0) p
            where p.ended_at is null and (p.inquiry_number = :number or p.kind = 'FOLLOW_UP')
            order by p.due_at, p.id""";

    private static final String KEPT =
            """
            update promise set ended_at = now()
            where id = :id and ended_at is null and kind = 'FOLLOW_UP' and inquiry_number in (select whole_of(:number))""";

    @Inject
    Mutiny.SessionFactory sessions;

    /** Those of a case that still run, the next due first. */
    public Uni<List<Promise>> runningOf(long inquiryNumber) {
        return sessions.withSession(session -> session.createNativeQuery(RUNNING, Promise.class)
                .setParameter("number", inquiryNumber)
                .getResultList());
    }

    /** Those due by then of which nobody has been reminded yet, or that are late without anybody having said so. */
    public Uni<List<Promise>> toLookAt(Instant now, Instant until, int most) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        """
                        from Promise p where endedAt is null and brokenAt is null and dueAt < :until
                            and (remindedAt is null or dueAt < :now)
                            and (kind = FOLLOW_UP or not exists (
                                select 1 from Inquiry i where i.number = p.inquiryNumber and i.mergedInto is not null))
                        order by dueAt, id""",
                        Promise.class)
                .setParameter("now", now)
                .setParameter("until", until)
                .setMaxResults(most)
                .getResultList());
    }

    /** Staff promise something in their own words. */
    public Uni<Promise> make(Promise promise) {
        return sessions.withTransaction(session -> session.persist(promise).replaceWith(promise));
    }

    /** True for the one who says first that it has been kept. */
    public Uni<Boolean> keep(long inquiryNumber, long id) {
        return sessions.withTransaction(session -> session.createNativeQuery(KEPT)
                .setParameter("id", id)
                .setParameter("number", inquiryNumber)
                .executeUpdate()
                .map(changed -> changed == 1));
    }

    /** True for the one replica that may remind. */
    public Uni<Boolean> claimReminder(long id) {
        return once(
                "update Promise set remindedAt = :now where id = :id and remindedAt is null and endedAt is null", id);
    }

    /** True for the one replica that may say that it is broken. */
    public Uni<Boolean> claimBreach(long id) {
        return once("update Promise set brokenAt = :now where id = :id and brokenAt is null and endedAt is null", id);
    }

    private Uni<Boolean> once(String update, long id) {
        return sessions.withTransaction(session -> session.createMutationQuery(update)
                .setParameter("now", Instant.now())
                .setParameter("id", id)
                .executeUpdate()
                .map(changed -> changed == 1));
    }
}
