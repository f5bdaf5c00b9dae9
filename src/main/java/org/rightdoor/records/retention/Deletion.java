package org.rightdoor.records.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.rightdoor.records.Sql;

/** The line that a deleted case leaves. */
record Deletion(long number, Instant at, String recordClass, String reason, String actor) {

    /** The latest of all, or those of one case where the number is not null. */
    static List<Deletion> latest(Connection connection, Long number) throws SQLException {
        var lines = Sql.of("select * from deletion where true");
        if (number != null) lines = lines.and("and inquiry_number = ?", number);
        return lines.and("order by id desc limit 50")
                .list(
                        connection,
                        row -> new Deletion(
                                row.getLong("inquiry_number"),
                                Sql.instant(row, "at"),
                                row.getString("record_class"),
                                row.getString("reason"),
                                row.getString("actor")));
    }
}
