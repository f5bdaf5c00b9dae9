package org.rightdoor.insight.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.records.Seen;
import org.rightdoor.records.Sql;

/**
 * A task for who leads a department: the same person has needed the same help three times or more within a year.
 *
 * @param number of the latest of the cases
 * @param subject of that case
 */
record RootCause(long id, String person, String department, long number, String subject, int times, Instant raisedAt) {

    private static final String OPEN =
            """
            select c.id, coalesce(p.name, 'Somebody without a name') as person, c.department, c.inquiry_number, i.subject,
                   c.times, c.raised_at
            from root_cause c join inquiry i on i.number = c.inquiry_number join person p on p.id = i.person_id
            where c.done_at is null and c.department = any(?) and (""";

    /** The open ones of those departments, as far as their cases may be seen. */
    static Sql open(List<String> departments, Sight sight) {
        return Sql.of(OPEN, departments).and(Seen.by(sight)).and(") order by c.times desc, c.id desc limit 100");
    }

    static Sql done(long id, List<String> departments, Actor by) {
        return Sql.of(
                "update root_cause set done_at = now(), done_by = ? where id = ? and done_at is null and department = any(?)",
                by.name(),
                id,
                departments);
    }

    static RootCause read(ResultSet row) throws SQLException {
        return new RootCause(
                row.getLong("id"),
                row.getString("person"),
                row.getString("department"),
                row.getLong("inquiry_number"),
                row.getString("subject"),
                row.getInt("times"),
                Sql.instant(row, "raised_at"));
    }
}
