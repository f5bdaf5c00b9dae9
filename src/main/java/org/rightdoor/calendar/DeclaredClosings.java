package org.rightdoor.calendar;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;

/** The days that staff declared closed; each replica takes them into its calendar within seconds. */
@ApplicationScoped
public class DeclaredClosings {

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    CurrentCalendar calendar;

    /** Those that stand, the first day first. */
    public Uni<List<DeclaredClosing>> standing() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from DeclaredClosing where takenBackAt is null order by firstDay, id", DeclaredClosing.class)
                .getResultList());
    }

    /** It counts here at once. */
    public Uni<Void> declare(DeclaredClosing closing) {
        return sessions.withTransaction(session -> session.persist(closing)).chain(this::takeOver);
    }

    /** The day is as ordinary as it was; nothing happens when a colleague was faster. */
    public Uni<Void> takeBack(long id, String by) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                                """
                                update DeclaredClosing set takenBackAt = :now, takenBackBy = :by
                                where id = :id and takenBackAt is null""")
                        .setParameter("now", Instant.now())
                        .setParameter("by", by)
                        .setParameter("id", id)
                        .executeUpdate())
                .chain(this::takeOver);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> takeOver() {
        return standing()
                .invoke(closings -> calendar.declare(
                        closings.stream().map(DeclaredClosing::closing).toList()))
                .replaceWithVoid();
    }
}
