package org.rightdoor.records.disclosure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.records.Sql;

/**
 * That something of a case was given to somebody outside, which is kept as long as the case is (34 CFR 99.32).
 *
 * @param interest the legitimate interest that the recipient had
 * @param records what was given
 * @param byExport true where a release from here did it
 */
public record Disclosure(
        long id,
        long number,
        Instant at,
        LocalDate on,
        String recipient,
        String interest,
        String records,
        boolean byExport,
        String actor) {

    /** @throws IllegalArgumentException in words for people */
    public static void add(
            Connection connection,
            Long number,
            LocalDate on,
            String recipient,
            String interest,
            String records,
            boolean byExport,
            Actor by)
            throws SQLException {
        if (number == null || isMissing(connection, number)) {
            throw new IllegalArgumentException("Write the number of a case that exists.");
        }
        if (on == null || on.isAfter(LocalDate.now().plusDays(1))) {
            throw new IllegalArgumentException("Choose the day on which it was given, no later than today.");
        }
        if (recipient.isBlank()) throw new IllegalArgumentException("Say to whom it was given.");
        if (interest.isBlank()) throw new IllegalArgumentException("Say what legitimate interest they had.");
        if (records.isBlank()) throw new IllegalArgumentException("Say what was given.");
        Sql.of(
                        """
                        insert into disclosure (inquiry_number, disclosed_on, recipient, interest, records, by_export, actor,
                                                staff_id) values (?, ?, ?, ?, ?, ?, ?, ?::bigint)""",
                        number,
                        on,
                        recipient,
                        interest,
                        records,
                        byExport,
                        by.name(),
                        by.staffId())
                .run(connection);
    }

    /** The latest first, of one case or, where the number is null, of all; before that line where it is not null. */
    public static List<Disclosure> list(Connection connection, Long number, Long before, int most) throws SQLException {
        var lines = Sql.of("select * from disclosure where true");
        if (number != null) lines = lines.and("and inquiry_number = ?", number);
        if (before != null) lines = lines.and("and id < ?", before);
        return lines.and("order by id desc limit " + most).list(connection, Disclosure::read);
    }

    private static boolean isMissing(Connection connection, long number) throws SQLException {
        return Sql.of("select 1 from inquiry where number = ?", number).first(connection, row -> true) == null;
    }

    private static Disclosure read(ResultSet row) throws SQLException {
        return new Disclosure(
                row.getLong("id"),
                row.getLong("inquiry_number"),
                Sql.instant(row, "at"),
                row.getDate("disclosed_on").toLocalDate(),
                row.getString("recipient"),
                row.getString("interest"),
                row.getString("records"),
                row.getBoolean("by_export"),
                row.getString("actor"));
    }
}
