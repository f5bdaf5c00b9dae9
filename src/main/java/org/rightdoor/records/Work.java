package org.rightdoor.records;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import javax.sql.DataSource;

/** Runs work on the database in one transaction, on a thread that may wait. */
@ApplicationScoped
public class Work {

    @Inject
    AgroalDataSource database;

    /** What is done in one transaction. */
    public interface Task<T> {
        T on(Connection connection) throws Exception;
    }

    /** @throws IllegalStateException with the cause, after everything was undone; what the domain throws passes unchanged */
    public <T> T in(Task<T> task) {
        return in(database, task);
    }

    public static <T> T in(DataSource database, Task<T> task) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var done = task.on(connection);
                connection.commit();
                return done;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
