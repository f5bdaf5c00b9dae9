package org.rightdoor.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement and what is put in for its question marks. Records work is long and read row by row, so it goes over JDBC on
 * threads that may wait, and not over the few that serve pages.
 */
public record Sql(String text, List<Object> values) {

    /** Rows fetched at once where all of them may be more than memory holds. */
    private static final int FETCHED = 200;

    public static Sql of(String text, Object... values) {
        var list = new ArrayList<>();
        for (var value : values) list.add(value);
        return new Sql(text, list);
    }

    /** Makes something of a row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with a row. */
    public interface Visitor {
        void visit(ResultSet row) throws Exception;
    }

    public Sql and(String more, Object... moreValues) {
        var all = new ArrayList<>(values);
        for (var value : moreValues) all.add(value);
        return new Sql(text + " " + more, all);
    }

    public Sql and(Sql more) {
        return and(more.text, more.values.toArray());
    }

    public <T> List<T> list(Connection connection, Reader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        try (var statement = prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) all.add(reader.read(rows));
        }
        return all;
    }

    /** What the first row says, or null where there is none. */
    public <T> T first(Connection connection, Reader<T> reader) throws SQLException {
        try (var statement = prepare(connection);
                var rows = statement.executeQuery()) {
            return rows.next() ? reader.read(rows) : null;
        }
    }

    /** Row by row, with a few of them in memory; needs a connection without auto-commit. */
    public void each(Connection connection, Visitor visitor) throws Exception {
        try (var statement = prepare(connection)) {
            statement.setFetchSize(FETCHED);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) visitor.visit(rows);
            }
        }
    }

    /** How many rows it changed. */
    public int run(Connection connection) throws SQLException {
        try (var statement = prepare(connection)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static Long number(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(text);
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value == null) statement.setNull(i + 1, Types.NULL);
            else if (value instanceof Instant at) statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
            else if (value instanceof List<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
            } else statement.setObject(i + 1, value);
        }
        return statement;
    }
}
