package org.rightdoor.login;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;

/** Throws away counters and browsers that no longer count, so that guessing does not fill the database. */
@ApplicationScoped
class ForgetsOldAttempts {

    @Inject
    Mutiny.SessionFactory sessions;

    @Scheduled(
            every = "1h",
            delayed = "10m",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Database.NotReady.class)
    Uni<Void> forget() {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "delete from login_attempt where last_at < now() - interval '1 day' and blocked_until < now()")
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "delete from known_browser where last_used < now() - interval '180 days'")
                        .executeUpdate())
                .replaceWithVoid());
    }
}
