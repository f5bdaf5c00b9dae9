package org.rightdoor.records;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Databases with RightDoor's tables and nothing else, on one PostgreSQL that all tests of records share; no Quarkus. */
public final class OwnDatabase {

    private static EmbeddedPostgres server;

    private OwnDatabase() {}

    public static DataSource empty() {
        var name = "d" + UUID.randomUUID().toString().replace("-", "");
        try {
            var server = server();
            run(server.getPostgresDatabase(), "create database " + name);
            return server.getDatabase("postgres", name);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static DataSource withTables() {
        var database = empty();
        migrations(database).load().migrate();
        return database;
    }

    public static FluentConfiguration migrations(DataSource database) {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration");
    }

    /** The same database as somebody else. */
    public static DataSource as(String role, DataSource database) {
        try (var connection = database.getConnection()) {
            return server().getDatabase(role, connection.getCatalog());
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static void run(DataSource database, String... statements) {
        try (var connection = database.getConnection()) {
            run(connection, statements);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static void run(Connection connection, String... statements) throws SQLException {
        for (var statement : statements) {
            try (var one = connection.createStatement()) {
                one.execute(statement);
            }
        }
    }

    /** The one value that a query finds, as text. */
    public static String value(DataSource database, String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        if (server == null) server = EmbeddedPostgres.builder().start();
        return server;
    }
}
