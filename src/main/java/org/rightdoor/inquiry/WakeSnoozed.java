package org.rightdoor.inquiry;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;

/** Brings cases back when their time has come. */
@ApplicationScoped
public class WakeSnoozed {

    // One statement claims the cases and lets them tell of it: however many replicas run, each case is woken once.
    private static final String WAKE =
            """
            with woken as (
                update inquiry set snoozed_until = null, version = version + 1
                where number in (select number from inquiry where snoozed_until <= now()
                                 order by snoozed_until limit 500 for update skip locked)
                returning number)
            insert into event (inquiry_number, at, kind, actor, detail)
            select number, now(), 'WOKEN', 'RightDoor', '' from woken""";

    @Inject
    Mutiny.SessionFactory sessions;

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> wake() {
        return sessions.withTransaction(
                session -> session.createNativeQuery(WAKE).executeUpdate().replaceWithVoid());
    }
}
