package org.rightdoor.records.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.rightdoor.inquiry.Actor;
import org.rightdoor.inquiry.Event;
import org.rightdoor.records.Sql;

/**
 * A case as a record: what it is, how long it is kept and what keeps it, without a word of it.
 *
 * @param recordClass null where no class holds it
 * @param due the first day on which it may be deleted; null while it is open, or kept for good
 */
record KeptCase(
        long number,
        long person,
        String department,
        String topic,
        String status,
        boolean confidential,
        Instant opened,
        Instant closed,
        String recordClass,
        String because,
        LocalDate due,
        boolean held,
        Deletion deletion) {

    private static final String STATEMENT = "Statement to be kept with this record (34 CFR 99.21): ";

    /** Null where there is none of that number. */
    static KeptCase of(Connection connection, long number, Schedule schedule) throws SQLException {
        var deletions = Deletion.latest(connection, number);
        return Sql.of("select i.*, is_held(i) as held from inquiry i where i.number = ?", number)
                .first(connection, row -> {
                    var closed = "RESOLVED".equals(row.getString("status")) ? Sql.instant(row, "resolved_at") : null;
                    var department = row.getString("department");
                    var topic = row.getString("topic");
                    var recordClass = schedule.rules().of(department, topic).orElse(null);
                    var candidate = new Candidate(
                            number, 0, department, topic, closed, Sql.instant(row, "last_contact_at"), false);
                    return new KeptCase(
                            number,
                            row.getLong("person_id"),
                            department,
                            topic,
                            row.getString("status"),
                            row.getBoolean("confidential"),
                            Sql.instant(row, "opened_at"),
                            closed,
                            recordClass == null ? null : recordClass.name(),
                            recordClass == null ? null : recordClass.because(),
                            recordClass == null || closed == null ? null : candidate.due(recordClass, schedule),
                            row.getBoolean("held"),
                            deletions.isEmpty() ? null : deletions.get(0));
                });
    }

    /** Attaches what a family says against a record after a hearing; whoever gets the case gets it too. */
    static void attach(Connection connection, long number, String statement, Actor by) throws SQLException {
        if (statement.isBlank()) throw new IllegalArgumentException("Write the statement.");
        Sql.of(
                        "insert into event (inquiry_number, at, kind, actor, staff_id, detail)"
                                + " values (?, now(), ?, ?, ?::bigint, ?)",
                        number,
                        Event.Kind.NOTED.name(),
                        by.name(),
                        by.staffId(),
                        STATEMENT + statement)
                .run(connection);
    }
}
