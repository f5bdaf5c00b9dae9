package org.rightdoor.records.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.rightdoor.people.Address;
import org.rightdoor.records.Sql;

/**
 * What somebody asks the view log; what is null or blank is not asked about.
 *
 * @param person e-mail address or telephone number, as it was typed
 * @param staff name or e-mail address of a member of staff, or a part of it
 * @param before number of the line before which to go on
 */
record Looked(Long number, String person, String staff, LocalDate from, LocalDate until, Long before) {

    /** A line of the log. */
    record Line(long id, Long number, Instant at, Road road, String viewer, String reason) {

        static Line read(ResultSet row) throws SQLException {
            return new Line(
                    row.getLong("id"),
                    Sql.number(row, "inquiry_number"),
                    Sql.instant(row, "at"),
                    Road.valueOf(row.getString("road")),
                    row.getString("viewer"),
                    row.getString("reason"));
        }
    }

    private static final String LINES =
            "select v.id, v.inquiry_number, v.at, v.road, v.viewer, v.reason from case_view v where true";

    private static final String OF_PERSON =
            """
            and v.inquiry_number in (
                select i.number from inquiry i join address a on a.person_id = i.person_id where a.value = ?
                union select c.inquiry_number from contact c join address a on a.person_id = c.person_id where a.value = ?)""";

    private static final String OF_STAFF =
            """
            and v.staff_id in (select s.id from staff s
                               where position(lower(?) in lower(s.name)) > 0 or position(lower(?) in s.email) > 0)""";

    Sql lines(ZoneId zone) {
        var lines = Sql.of(LINES);
        if (number != null) lines = lines.and("and v.inquiry_number = ?", number);
        if (isAsked(person)) lines = lines.and(OF_PERSON, address(), address());
        if (isAsked(staff)) lines = lines.and(OF_STAFF, staff.strip(), staff.strip());
        if (from != null)
            lines = lines.and("and v.at >= ?", from.atStartOfDay(zone).toInstant());
        if (until != null)
            lines = lines.and(
                    "and v.at < ?", until.plusDays(1).atStartOfDay(zone).toInstant());
        if (before != null) lines = lines.and("and v.id < ?", before);
        return lines.and("order by v.id desc");
    }

    /** In words for the log of who looked into it. */
    String words() {
        var words = new StringBuilder("Looked for");
        if (number != null) words.append(" case ").append(number);
        if (isAsked(person)) words.append(" person ").append(person.strip());
        if (isAsked(staff)) words.append(" staff ").append(staff.strip());
        if (from != null) words.append(" from ").append(from);
        if (until != null) words.append(" until ").append(until);
        return words.length() == 10 ? "Looked at everything" : words.toString();
    }

    private String address() {
        return Address.email(person).or(() -> Address.phone(person)).orElse(person.strip());
    }

    private static boolean isAsked(String text) {
        return text != null && !text.isBlank();
    }
}
