package org.rightdoor.insight.exports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** A value as files know it: a text, a whole number, a fraction, yes or no, a list, or null. */
final class Cell {

    private Cell() {}

    static Object of(ResultSet row, int column) throws SQLException {
        var type = row.getMetaData().getColumnTypeName(column);
        var value = type.equals("timestamptz") ? row.getObject(column, OffsetDateTime.class) : row.getObject(column);
        if (value instanceof OffsetDateTime at) {
            return at.toInstant().truncatedTo(ChronoUnit.MILLIS).toString();
        }
        if (value instanceof Float || value instanceof Double) return Double.valueOf(value.toString());
        if (value instanceof Number number) return number.longValue();
        if (value instanceof Array list) return (Object[]) list.getArray();
        return value instanceof Boolean || value == null ? value : value.toString();
    }
}
