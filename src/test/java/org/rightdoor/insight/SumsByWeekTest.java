package org.rightdoor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightdoor.records.OwnDatabase.run;
import static org.rightdoor.records.OwnDatabase.value;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rightdoor.records.OwnDatabase;

/** What is kept by week and by day is what the cases come to, at every moment of what changes them. */
class SumsByWeekTest {

    private static final LocalDate UNTIL = LocalDate.of(2025, 11, 20);

    // Neither begins nor ends with a week.
    private static final Period TERM = new Period(UNTIL.minusDays(100), UNTIL.minusDays(1));

    private static final List<Scope> SCOPES = List.of(
            new Scope(TERM, null, null, null, null, null),
            new Scope(TERM, List.of("transportation", "nutrition"), null, null, null, null),
            new Scope(TERM, null, null, null, "es", null),
            new Scope(TERM, null, null, null, null, "SMS"),
            new Scope(TERM, null, null, null, "en", "WEB"),
            new Scope(TERM, List.of("transportation"), null, null, "en", null),
            new Scope(TERM, List.of("transportation", "nutrition"), null, null, null, "SMS"),
            new Scope(TERM, List.of("nutrition"), null, null, "es", "WEB"),
            new Scope(TERM, null, "menu", "oak", null, null),
            new Scope(Period.upTo(UNTIL, 3), null, null, null, null, "WEB"));

    private static DataSource database;
    private static Figures figures;

    @BeforeAll
    static void write() throws Exception {
        database = OwnDatabase.withTables();
        try (var connection = database.getConnection()) {
            MadeUpYears.write(connection, 1_500, 200, UNTIL.toString());
            run(connection, "select setval(pg_get_serial_sequence('inquiry', 'number'), 1500)");
            figures = new Figures();
            figures.pool = Pool.newInstance(PgBuilder.pool()
                    .connectingTo(PgConnectOptions.fromUri(
                                    connection.getMetaData().getURL().replaceAll("^jdbc:|\\?.*", ""))
                            .setUser("postgres")
                            .setPassword("postgres"))
                    .build());
        }
    }

    @AfterAll
    static void close() {
        figures.pool.close().await().indefinitely();
    }

    @Test
    void They_agree_before_a_change_is_taken_in_and_after_and_when_its_week_is_summed_again() {
        assertThat(weeks()).isZero();
        agree("nothing is taken in");
        settle();
        agree("all is at rest");
        var changes = Map.of(
                "edited", "update inquiry set department = 'nutrition', language = 'es' where number % 50 = 1",
                "opened again", "update inquiry set status = 'OPEN', resolved_at = null where number % 50 = 2",
                "merged", "update inquiry set merged_into = number + 1 where number % 50 = 3",
                "confidential, so in no figure", "update inquiry set confidential = true where number % 50 = 5",
                "written to again",
                        "insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)"
                                + " select number, person_id, 'SMS', 'again-' || number, now(), 'And?', true from inquiry where number % 50 = 6",
                "a case more",
                        "insert into inquiry (person_id, subject, department, topic, priority, status, language, contacts,"
                                + " opened_at, last_contact_at) values (1, '', 'health', 'menu', 'NORMAL', 'OPEN', 'en', 1, '2025-10-01 10:00Z', now());"
                                + "insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)"
                                + " values (currval(pg_get_serial_sequence('inquiry', 'number')), 1, 'WEB', 'more', '2025-10-01 10:00Z', 'Hm', true)");
        changes.forEach(SumsByWeekTest::changeAndCompare);
        changeAndCompare("taken apart", "update inquiry set merged_into = null where number % 50 = 3");
    }

    private static void changeAndCompare(String what, String change) {
        var before = kept();
        run(database, change, "update inquiry set contacts = contacts + 1 where " + where(change));
        assertThat(kept()).as(what).isNotEqualTo(before);
        agree(what + ", pending");
        var summed = weeks();
        run(database, "select sum_weeks(500)");
        agree(what + ", pending while weeks are summed");
        run(database, "select fold_measures(1000000)");
        assertThat(weeks()).as("weeks that nothing stirred").isLessThan(summed);
        agree(what + ", taken in");
        settle();
        assertThat(weeks()).isEqualTo(summed);
        agree(what + ", summed again");
    }

    private static Map<String, Long> kept() {
        return digests(figures.counted(SCOPES.get(0), Breakdown.TOPIC)
                .await()
                .indefinitely()
                .lines());
    }

    // A contact reaches its case in the same transaction.
    private static String where(String change) {
        return change.startsWith("insert into contact") ? "number % 50 = 6" : "false";
    }

    private static void settle() {
        run(database, "select fold_measures(1000000)", "select sum_weeks(500)");
    }

    private static int weeks() {
        return Integer.parseInt(value(database, "select count(*) from week_summed"));
    }

    private static void agree(String when) {
        var cases = figures.pool
                .query("select m.*, least(contacts, 10)::text as made from case_measure m")
                .execute()
                .await()
                .indefinitely();
        for (var scope : SCOPES) {
            var found = figures.counted(scope, Breakdown.TOPIC).await().indefinitely();
            assertThat(digests(found.lines())).as(when + ": " + scope).isEqualTo(counted(scope, cases, false));
            var weeks = new TreeMap<String, Long>();
            for (var week : found.weeks()) add(weeks, "week", week.monday().toString(), week.now(), week.sums());
            assertThat(weeks).as(when + ", by week: " + scope).isEqualTo(counted(scope, cases, true));
        }
    }

    private static Map<String, Long> digests(List<Figures.Line> lines) {
        var digests = new TreeMap<String, Long>();
        for (var line : lines) add(digests, line.dimension(), line.key(), line.now(), line.sums());
        return digests;
    }

    /** The same, case by case. */
    private static Map<String, Long> counted(Scope scope, Iterable<Row> cases, boolean byWeek) {
        var counted = new TreeMap<String, Long>();
        for (var row : cases) {
            var day = row.getLocalDate("day");
            var now = !day.isBefore(scope.period().first());
            var days = now ? scope.period() : scope.period().before();
            if (day.isBefore(days.first()) || day.isAfter(days.last()) || !matches(scope, row)) continue;
            var sums = Sums.of(row);
            if (byWeek) add(counted, "week", day.with(DayOfWeek.MONDAY).toString(), now, sums);
            for (var dimension : List.of("department", "contacts", "answer", "language", "topic")) {
                if (byWeek) continue;
                var key = row.getString(dimension.equals("contacts") ? "made" : dimension);
                if (!key.isEmpty()) add(counted, dimension, key, now, sums);
            }
        }
        return counted;
    }

    private static boolean matches(Scope scope, Row row) {
        return (scope.departments() == null || scope.departments().contains(row.getString("department")))
                && matches(scope.topic(), row.getString("topic"))
                && matches(scope.school(), row.getString("school"))
                && matches(scope.language(), row.getString("language"))
                && matches(scope.channel(), row.getString("channel"));
    }

    private static boolean matches(String chosen, String value) {
        return chosen == null || chosen.equals(value);
    }

    /** One number for twenty sums, such that those of two together are that of both. */
    private static void add(Map<String, Long> digests, String dimension, String key, boolean now, Sums sums) {
        if (sums.cases() == 0) return;
        var digest = 0L;
        for (var value : sums.values()) digest = digest * 1_000_003 + value;
        digests.merge(dimension + " " + key + (now ? " now" : " before"), digest, Long::sum);
    }
}
