package org.rightdoor.records.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rightdoor.Database;
import org.rightdoor.records.Work;

/** Works off approved lists, each case in a transaction of its own: after a crash it goes on where it was. */
@ApplicationScoped
class DeleteWhatWasApproved {

    private static final int AT_ONCE = 200;

    @Inject
    Work work;

    @Inject
    Schedules schedules;

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    void delete() {
        for (int done = 0; done < AT_ONCE; done++) {
            if (!work.in(connection -> Run.step(connection, schedules.now()))) break;
        }
        work.in(connection -> {
            Run.end(connection);
            return null;
        });
    }
}
