package org.rightdoor.insight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.rightdoor.records.OwnDatabase;

/** Writes years of cases with known truth, which bench/insight.sql tells, and has them measured. */
final class MadeUpYears {

    static final String TOPICS = "array['bus-late', 'bus-stop', 'absence', 'bell-times', 'enroll', 'transfer', 'menu',"
            + " 'balance', 'grades', 'schedule', 'device', 'password', 'iep', 'medication']";

    static final String DEPARTMENTS = "array['transportation', 'transportation', 'front-office', 'front-office',"
            + " 'enrollment', 'enrollment', 'nutrition', 'nutrition', 'student-services', 'student-services',"
            + " 'technology', 'technology', 'special-education', 'health']";

    private MadeUpYears() {}

    static void write(Connection connection, int cases, int days, String until) throws SQLException, IOException {
        OwnDatabase.run(
                connection,
                "insert into staff (id, email, name, roles) values (7, 'robin@maple.example', 'Robin Lee', 'agent')",
                """
                insert into open_span (place, opens_at, closes_at, seconds_before)
                select d, day + interval '8 hours', day + interval '16 hours',
                       28800 * (row_number() over (partition by d order by day) - 1)
                from (select distinct unnest(%s)) p(d), generate_series('%s'::timestamptz - interval '%d days', '%s'::timestamptz, '1 day') day
                where extract(isodow from day) < 6 on conflict do nothing"""
                        .formatted(DEPARTMENTS, until, days + 10, until),
                "set session_replication_role = replica");
        var script = Files.readString(Path.of("bench/insight.sql"))
                .replaceAll("(?m)^--.*$", "")
                .replace(":topics", TOPICS)
                .replace(":departments", DEPARTMENTS)
                .replace(":schools", "array['maple', 'alder', 'aspen', 'oak']")
                .replace(":from", "0")
                .replace(":to", Integer.toString(cases))
                .replace(":days", Integer.toString(days))
                .replace(":until", "'" + until + "'")
                .replace(":staff", "7");
        for (var statement : script.split(";\\s*\n")) {
            if (!statement.isBlank()) OwnDatabase.run(connection, statement);
        }
        OwnDatabase.run(connection, "set session_replication_role = origin", "analyze");
        OwnDatabase.run(connection, "select measure_case(number) from inquiry order by number");
    }
}
