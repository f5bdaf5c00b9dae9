package org.rightdoor;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables up to date at start. While the database cannot be reached the application is alive but not ready,
 * and goes on by itself once the database is there.
 */
@ApplicationScoped
public class Database {

    /** Name of the setting that says who owns the tables, where that is not who the application works as. */
    static final String OWNER = "quarkus.flyway.username";

    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** Fired once, when the tables are up to date; the observer may block. What no request waits for observes it asynchronously. */
    public record Ready() {}

    @Inject
    Flyway flyway;

    @Inject
    Event<Ready> ready;

    @ConfigProperty(name = OWNER)
    Optional<String> owner;

    @ConfigProperty(name = "quarkus.datasource.username")
    Optional<String> role;

    private boolean migrated;
    private volatile boolean serving;
    private volatile boolean upToDate;

    public boolean isReady() {
        return upToDate;
    }

    /** The rules are known to be sound by now, and their models are still being read by the other processor. */
    void migrateEarly(@Observes @Priority(10) StartupEvent start) {
        migrated = migrate();
    }

    void start(@Observes @Priority(100) StartupEvent start) {
        if (migrated) {
            sayReady();
            return;
        }
        var waiting = new Thread(this::migrateWhenReachable, "waiting-for-database");
        waiting.setDaemon(true);
        waiting.start();
    }

    boolean isServing() {
        return serving;
    }

    void serve(@ObservesAsync HttpServerStart start) {
        serving = true;
    }

    private void migrateWhenReachable() {
        try {
            do {
                Thread.sleep(PAUSE.toMillis());
            } while (!migrate());
            sayReady();
            Log.info("The database answers; everything is being served");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the database cannot be reached; any other trouble is thrown. */
    private boolean migrate() {
        try {
            flyway.migrate();
            if (owner.isPresent() && !owner.equals(role)) grant(role.orElseThrow());
        } catch (FlywayException failure) {
            if (!isUnreachable(failure)) throw failure;
            Log.warnf(
                    "The database cannot be reached, trying again: %s",
                    rootOf(failure).getMessage());
            return false;
        }
        return true;
    }

    private void sayReady() {
        upToDate = true;
        ready.fire(new Ready());
        ready.fireAsync(new Ready()).whenComplete((told, failure) -> {
            if (failure != null) Log.error("What follows when the tables are up to date failed", failure);
        });
    }

    /** Lets the application's own role work with the tables, new ones too, and only add to the audit trail. */
    private void grant(String role) {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.prepareStatement("select grant_application_role(?::name)")) {
            statement.setString(1, role);
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("The application's role cannot be given its rights", failure);
        }
    }

    /** SQL state class 08 is "connection exception", 57P03 "cannot connect now" (PostgreSQL, appendix A). */
    private static boolean isUnreachable(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("08") || sql.getSQLState().equals("57P03");
            }
            if (cause instanceof SQLException) return true; // the pool's own "no connection in time" has no state
        }
        return false;
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) root = root.getCause();
        return root;
    }

    /** Keeps jobs asleep until the tables are there and requests are served: none of them is as urgent. */
    @Singleton
    public static class NotReady implements Scheduled.SkipPredicate {

        @Inject
        Database database;

        @Override
        public boolean test(ScheduledExecution execution) {
            return !database.isReady() || !database.isServing();
        }
    }
}
