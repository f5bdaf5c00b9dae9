package org.rightdoor.inquiry;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.rightdoor.Database;

/**
 * Hears from PostgreSQL what changes about cases, on every replica, and passes it on a moment at a time. What the tables
 * hold tells itself (V035); {@link #tell} is for what is in no table.
 */
@ApplicationScoped
public class Changes {

    private static final String CHANNEL = "case_changes";

    /** A person does not see the difference, and one question to the database serves everything that came together. */
    private static final Duration MOMENT = Duration.ofMillis(150);

    private static final int MOST = 2_000;

    private static final Duration TRIES_AGAIN_AFTER = Duration.ofSeconds(1);

    /** A connection that has silently died is found by asking it something. */
    private static final Duration ASKS_EVERY = Duration.ofSeconds(30);

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    @Inject
    DirectLine line;

    @Inject
    Vertx vertx;

    private final List<Consumer<Moment>> watchers = new CopyOnWriteArrayList<>();
    private final Set<Change> pending = new LinkedHashSet<>();
    private boolean missed;
    private boolean isTimed;
    private volatile PgConnection listening;
    private volatile boolean stopped;

    /** From now on every moment goes to the watcher too, on an event loop: it must not block. */
    public void watch(Consumer<Moment> watcher) {
        watchers.add(watcher);
    }

    /** Tells every replica; at once, and not with the transaction that may be open. */
    public Uni<Void> tell(Change change) {
        return pool.preparedQuery("select pg_notify('" + CHANNEL + "', $1)")
                .execute(Tuple.of(change.toJson()))
                .replaceWithVoid();
    }

    void start(@Observes Database.Ready ready) {
        listen();
        vertx.setPeriodic(ASKS_EVERY.toMillis(), timer -> ask());
    }

    void stop(@Observes ShutdownEvent stop) {
        stopped = true;
    }

    private void listen() {
        if (stopped) return;
        line.open()
                .chain(connection -> {
                    connection.notificationHandler(notice -> hear(Change.fromJson(notice.getPayload())));
                    connection.closeHandler(() -> lose(connection));
                    return connection.query("listen " + CHANNEL).execute().replaceWith(connection);
                })
                .subscribe()
                .with(this::heardAgain, failure -> {
                    Log.debugf("Changes are not heard yet: %s", failure.getMessage());
                    listenLater();
                });
    }

    private void heardAgain(PgConnection connection) {
        listening = connection;
        synchronized (pending) {
            if (!missed) return;
        }
        passSoon();
    }

    private void listenLater() {
        synchronized (pending) {
            missed = true;
        }
        vertx.setTimer(TRIES_AGAIN_AFTER.toMillis(), timer -> listen());
    }

    private void lose(PgConnection connection) {
        if (listening != connection || stopped) return;
        listening = null;
        Log.info("The connection that hears of changes is gone; another one follows");
        listenLater();
    }

    // A connection of the pool that does not answer keeps its place there until the network notices too.
    private void ask() {
        var asked = listening;
        if (asked == null) return;
        asked.query("select 1")
                .execute()
                .ifNoItem()
                .after(ANSWERS_WITHIN)
                .fail()
                .subscribe()
                .with(answered -> {}, silent -> lose(asked));
    }

    private void hear(Change change) {
        if (change == null) return;
        synchronized (pending) {
            // Many at once, as when a district is loaded, are for nobody to follow one by one.
            if (pending.size() < MOST) pending.add(change);
            else missed = true;
        }
        passSoon();
    }

    private void passSoon() {
        synchronized (pending) {
            if (isTimed) return;
            isTimed = true;
        }
        vertx.setTimer(MOMENT.toMillis(), timer -> pass());
    }

    private void pass() {
        Moment moment;
        synchronized (pending) {
            moment = new Moment(Instant.now(), List.copyOf(pending), missed);
            pending.clear();
            missed = false;
            isTimed = false;
        }
        watchers.forEach(watcher -> watcher.accept(moment));
    }
}
