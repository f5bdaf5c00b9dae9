package org.rightdoor;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
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

    /** Fired once, when the tables are up to date; the observer may block. */
    public record Ready() {}

    @Inject
    Flyway flyway;

    @Inject
    Event<Ready> ready;

    @ConfigProperty(name = OWNER)
    Optional<String> owner;

    @ConfigProperty(name = "quarkus.datasource.username")
    Optional<String> role;

    private volatile boolean upToDate;

    public boolean isReady() {
        return upToDate;
    }

    void start(@Observes @Priority(100) StartupEvent start) {
        if (migrate()) return;
        var waiting = new Thread(this::migrateWhenReachable, "waiting-for-database");
        waiting.setDaemon(true);
        waiting.start();
    }

    private void migrateWhenReachable() {
        try {
            do {
                Thread.sleep(PAUSE.toMillis());
            } while (!migrate());
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
        upToDate = true;
        ready.fire(new Ready());
        return true;
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

    /** Keeps jobs asleep until the tables are there. */
    @Singleton
    public static class NotReady implements Scheduled.SkipPredicate {

        @Inject
        Database database;

        @Override
        public boolean test(ScheduledExecution execution) {
            return !database.isReady();
        }
    }
}
