package org.rightdoor.records.retention;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.records.Sql;

/** A reason for which something must not be deleted; exactly one of number, person and words says what. */
record Hold(
        long id,
        Long number,
        Long person,
        String words,
        String reason,
        Instant placedAt,
        String placedBy,
        Instant releasedAt,
        String releasedBy,
        String releaseReason) {

    /** @throws IllegalArgumentException in words for people */
    static void place(Connection connection, Long number, Long person, String words, String reason, Actor by)
            throws SQLException {
        if (reason.isBlank()) throw new IllegalArgumentException("Say why it must be kept.");
        var named = (number == null ? 0 : 1) + (person == null ? 0 : 1) + (words.isBlank() ? 0 : 1);
        if (named != 1) throw new IllegalArgumentException("Name one case, or one person, or words to look for.");
        if (number != null && isMissing(connection, "select 1 from inquiry where number = ?", number)) {
            throw new IllegalArgumentException("There is no case " + number + ".");
        }
        Eraser.stopDeletions(connection);
        Sql.of(
                        """
                        insert into legal_hold (inquiry_number, person_id, words, reason, placed_by, staff_id)
                        values (?::bigint, ?::bigint, ?, ?, ?, ?::bigint)""",
                        number,
                        person,
                        words.isBlank() ? null : words,
                        reason,
                        by.name(),
                        by.staffId())
                .run(connection);
    }

    /** @throws IllegalArgumentException in words for people */
    static void release(Connection connection, long id, String reason, Actor by) throws SQLException {
        if (reason.isBlank()) throw new IllegalArgumentException("Say why it need not be kept any longer.");
        Sql.of(
                        """
                        update legal_hold set released_at = now(), released_by = ?, release_reason = ?
                        where id = ? and released_at is null""",
                        by.name(),
                        reason,
                        id)
                .run(connection);
    }

    static List<Hold> all(Connection connection) throws SQLException {
        return Sql.of("select * from legal_hold order by released_at is not null, id desc limit 500")
                .list(connection, Hold::read);
    }

    private static boolean isMissing(Connection connection, String question, long number) throws SQLException {
        return Sql.of(question, number).first(connection, row -> true) == null;
    }

    private static Hold read(ResultSet row) throws SQLException {
        return new Hold(
                row.getLong("id"),
                Sql.number(row, "inquiry_number"),
                Sql.number(row, "person_id"),
                row.getString("words"),
                row.getString("reason"),
                Sql.instant(row, "placed_at"),
                row.getString("placed_by"),
                Sql.instant(row, "released_at"),
                row.getString("released_by"),
                row.getString("release_reason"));
    }
}
