package org.rightdoor.inquiry;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;
import org.rightdoor.Database;
import org.rightdoor.inquiry.Attachment.Scan;

/** Has every file looked at by the virus scanner, where there is one; until then nobody gets it. */
@ApplicationScoped
public class FilesAreScanned {

    private static final int AT_ONCE = 500;

    @Inject
    Config config;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Vertx vertx;

    private volatile String trouble;

    /** Why files cannot be scanned just now, in words for administrators, or null. */
    public String trouble() {
        return trouble;
    }

    public boolean configured() {
        return config.clamd().isPresent();
    }

    // Two replicas may scan the same file: that costs a moment and changes nothing.
    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = Database.NotReady.class)
    Uni<Void> scanWhatWaits() {
        if (!configured()) return Uni.createFrom().voidItem();
        return waiting().chain(ids -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(this::scan)
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<List<Long>> waiting() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select id from Attachment where scan = WAITING order by id", Long.class)
                .setMaxResults(AT_ONCE)
                .getResultList());
    }

    private Uni<Void> scan(long id) {
        return sessions.withSession(session -> session.find(Attachment.class, id))
                .chain(file -> vertx.executeBlocking(() -> verdict(file), false))
                .chain(verdict -> verdict == null
                        ? Uni.createFrom().voidItem()
                        : record(id, verdict.isEmpty() ? Scan.CLEAN : Scan.INFECTED, verdict.orElse(null)));
    }

    /** Null when the scanner cannot tell just now. */
    private Optional<String> verdict(Attachment file) {
        try {
            var found = Clamd.at(config.clamd().orElseThrow()).find(file.content);
            trouble = null;
            return found;
        } catch (IOException unavailable) {
            if (trouble == null) Log.warnf("Files cannot be scanned: %s", unavailable.getMessage());
            trouble = unavailable.getMessage();
            return null;
        }
    }

    private Uni<Void> record(long id, Scan scan, String found) {
        return sessions.withTransaction(session -> session.createMutationQuery(
                        "update Attachment set scan = :scan, found = :found where id = :id")
                .setParameter("scan", scan)
                .setParameter("found", found)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid());
    }
}
