package org.rightdoor.desk.writing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Database;

/** What nobody has touched for a month will not be sent: it is forgotten, and so is who was at which case. */
@ApplicationScoped
class DraftsAreForgotten {

    static final Duration AFTER = Duration.ofDays(30);

    @Inject
    Mutiny.SessionFactory sessions;

    @Scheduled(
            every = "1h",
            delayed = "3m",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Database.NotReady.class)
    Uni<Void> forget() {
        return forgetUntil(Instant.now().minus(AFTER));
    }

    Uni<Void> forgetUntil(Instant before) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "delete from draft where saved_at < :before")
                .setParameter("before", before)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "delete from draft_file where kept_at < :before and proposal_id is null")
                        .setParameter("before", before)
                        .executeUpdate())
                .chain(() -> session.createNativeQuery("delete from presence where seen_at < now() - interval '1 hour'")
                        .executeUpdate())
                .replaceWithVoid());
    }
}
