package org.rightdoor.records.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.rightdoor.records.Sql;
import org.rightdoor.routing.RecordClass;

/** A settled case, as far as it matters for how long it is kept. */
record Candidate(
        long number, int version, String department, String topic, Instant closed, Instant lastContact, boolean held) {

    private static final String SETTLED =
            """
            select i.number, i.version, i.department, i.topic, i.resolved_at, i.last_contact_at, is_held(i) as held
            from inquiry i where i.status = 'RESOLVED' and i.resolved_at is not null and i.merged_into is null
              and not exists (select from deletion d where d.inquiry_number = i.number)""";

    /** All that are settled and not deleted yet, by number; not those resolved after that moment. */
    static Sql settledBefore(Instant latest) {
        return Sql.of(SETTLED + " and i.resolved_at < ? order by i.number", latest);
    }

    /** That one, kept from others until the transaction ends; no row where it is open or deleted. */
    static Sql settled(long number) {
        return Sql.of(SETTLED + " and i.number = ? for update of i", number);
    }

    static Candidate read(ResultSet row) throws SQLException {
        return new Candidate(
                row.getLong("number"),
                row.getInt("version"),
                row.getString("department"),
                row.getString("topic"),
                Sql.instant(row, "resolved_at"),
                Sql.instant(row, "last_contact_at"),
                row.getBoolean("held"));
    }

    Optional<RecordClass> recordClass(Schedule schedule) {
        return schedule.rules().of(department, topic);
    }

    LocalDate due(RecordClass recordClass, Schedule schedule) {
        return recordClass.due(
                day(closed, schedule.zone()), day(lastContact, schedule.zone()), schedule.years()::endFor);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
