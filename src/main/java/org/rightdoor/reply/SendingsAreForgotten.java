package org.rightdoor.reply;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;

/** What can be taken back no more needs no copy of what was typed. */
@ApplicationScoped
class SendingsAreForgotten {

    private static final Duration AFTER = Duration.ofMinutes(10);

    @Inject
    Mutiny.SessionFactory sessions;

    @Scheduled(
            every = "10m",
            delayed = "2m",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Database.NotReady.class)
    Uni<Void> forget() {
        return sessions.withTransaction(
                session -> session.createMutationQuery("delete Sending where heldUntil < :before")
                        .setParameter("before", Instant.now().minus(AFTER))
                        .executeUpdate()
                        .replaceWithVoid());
    }
}
