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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rightdoor.Config;
import org.rightdoor.Database;
import org.rightdoor.inquiry.Attachment.Scan;

/** Has every file looked at by the virus scanner, where there is one; until then nobody gets it. */
@ApplicationScoped
public class FilesAreScanned {

    private static final int AT_ONCE = 500;

    /** Grows from one minute to about a day. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private static final int MOST_DOUBLINGS = 10;

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
        return waiting()
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(this::scan)
                        .collect()
                        .last()
                        .replaceWithVoid())
                .onFailure(IOException.class)
                .recoverWithItem(this::cannotBeAsked);
    }

    private Uni<List<Long>> waiting() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select id from Attachment where scan = WAITING and scanNextAt <= :now order by scanNextAt, id",
                        Long.class)
                .setParameter("now", Instant.now())
                .setMaxResults(AT_ONCE)
                .getResultList());
    }

    private Uni<Void> scan(long id) {
        return sessions.withSession(session -> session.find(Attachment.class, id))
                .chain(file -> vertx.executeBlocking(
                                () -> Clamd.at(config.clamd().orElseThrow()).find(file.content), false)
                        .invoke(() -> trouble = null)
                        .chain(found -> record(id, found.isEmpty() ? Scan.CLEAN : Scan.INFECTED, found.orElse(null)))
                        .onFailure(Clamd.Undecided.class)
                        .recoverWithUni(undecided -> later(file, undecided)));
    }

    /** The files have no part in that: they keep their place. */
    private Void cannotBeAsked(Throwable failure) {
        if (trouble == null) Log.warnf("Files cannot be scanned: %s", failure.getMessage());
        trouble = failure.getMessage() == null ? "It cannot be reached." : failure.getMessage();
        return null;
    }

    private Uni<Void> later(Attachment file, Throwable why) {
        Log.warnf("File %d, attempt %d: %s", file.id, file.scanAttempts + 1, why.getMessage());
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(file.scanAttempts, MOST_DOUBLINGS));
        return sessions.withTransaction(session -> session.createMutationQuery(
                        """
                        update Attachment set scanAttempts = scanAttempts + 1, scanNextAt = :next, scanError = :why
                        where id = :id and scan = WAITING""")
                .setParameter("next", Instant.now().plus(pause))
                .setParameter("why", why.getMessage())
                .setParameter("id", file.id)
                .executeUpdate()
                .replaceWithVoid());
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
