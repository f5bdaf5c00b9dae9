package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.rightdoor.inquiry.Sql;

/**
 * Sums over the cases of a scope and over those of the equal past period. They come from the sums by day, which every change
 * of a case keeps right in its own transaction; only a scope narrower than one dimension reads the cases themselves.
 */
@ApplicationScoped
class Figures {

    private static final String SUMS = Sums.COLUMNS.stream()
            .map(column -> "sum(" + column + ") as " + column)
            .collect(Collectors.joining(", "));

    // From one end to the other, so that an index can be read between the two; the past period ends before the other
    // begins.
    private static final String DAYS = "day between :firstBefore and :last and (day <= :lastBefore or day >= :first)";

    private static final String ALL_KEYS =
            """
            (select k.dimension, m.day, k.department, k.key, %s
             from case_measure m, measure_keys(m.department, m.channel, m.topic, m.school, m.language,
                                               least(m.contacts, 10)::smallint, m.hour, m.answer) k
             where %s"""
                    .formatted(String.join(", ", Sums.COLUMNS), DAYS.replace("day", "m.day"));

    // A case that was settled before takes no contact that counts: it would be open again.
    private static final String CONTACT_HOURS =
            """
            (select 'contact-hour' as dimension, day_of(h) as day, d.department, (h % 24)::text as key, 1 as contacts
             from case_measure m, unnest(m.contacted) h, lateral (values (m.department), ('*')) d(department)
             where m.day <= :last
                 and (m.day >= :firstBefore or m.settled = 0 or m.settled_at > :firstBefore::date - interval '1 day')""";

    private static final String SCHOOL_YEARS =
            """
            select extract(year from day)::integer - (extract(month from day) < %d)::integer as year, %s
            from measure_line where dimension = 'department' and department = '*' group by 1"""
                    .formatted(Period.YEAR_BEGINS.getValue(), SUMS);

    private static final String ALL_TIME =
            """
            select department, sum(cases) as cases, sum(contacts) as contacts, sum(settled) as settled,
                   sum(first_contact) as first_contact
            from measure_line where dimension = 'department' and department = any(:whose)
            group by department having sum(cases) > 0 order by department""";

    @Inject
    Pool pool;

    /**
     * The cases that have one key in one dimension. The lines of the dimension {@code department} together are all cases.
     *
     * @param now false for the equal past period
     */
    record Line(String dimension, String key, boolean now, Sums sums) {}

    /** The cases opened in the week that begins on that Monday. */
    record Week(LocalDate monday, boolean now, Sums sums) {}

    /**
     * How many contacts came in a week, or on a day of the week (1 is Monday) in an hour, whenever their cases were opened.
     *
     * @param monday null where it is of a day and hour
     */
    record Heard(LocalDate monday, int day, int hour, boolean now, long contacts) {

        boolean isOfWeek() {
            return monday != null;
        }
    }

    /** What a department has had since there are measures. */
    record Ever(String department, long cases, long contacts, long settled, long firstContact) {}

    Uni<List<Line>> lines(Scope scope) {
        return read(
                "dimension, key, day >= :first as now, " + SUMS,
                scope,
                ALL_KEYS,
                "dimension in ('department', 'channel', 'topic', 'school', 'language', 'contacts', 'answer')",
                "1, 2, 3",
                row -> new Line(row.getString("dimension"), row.getString("key"), row.getBoolean("now"), Sums.of(row)));
    }

    Uni<List<Week>> weeks(Scope scope) {
        return read(
                "date_trunc('week', day)::date as monday, day >= :first as now, " + SUMS,
                scope,
                ALL_KEYS,
                "dimension = 'department'",
                "1, 2 order by 1",
                row -> new Week(row.getLocalDate("monday"), row.getBoolean("now"), Sums.of(row)));
    }

    Uni<List<Heard>> heard(Scope scope) {
        return read(
                """
                date_trunc('week', day)::date as monday, extract(isodow from day)::integer as weekday,
                key::integer as hour, day >= :first as now, sum(contacts) as contacts""",
                scope,
                CONTACT_HOURS,
                "dimension = 'contact-hour'",
                "grouping sets ((1, 4), (2, 3, 4)) order by 1, 2, 3",
                row -> new Heard(
                        row.getLocalDate("monday"),
                        row.getInteger("weekday") == null ? 0 : row.getInteger("weekday"),
                        row.getInteger("hour") == null ? 0 : row.getInteger("hour"),
                        row.getBoolean("now"),
                        row.getLong("contacts")));
    }

    /** The sums of the whole district by the school year in which the cases were opened, that is by the year in which it began. */
    Uni<SortedMap<Integer, Sums>> schoolYears() {
        return new Sql(SCHOOL_YEARS).on(pool).map(rows -> {
            var years = new TreeMap<Integer, Sums>();
            rows.forEach(row -> years.put(row.getInteger("year"), Sums.of(row)));
            return years;
        });
    }

    /** Of each of these departments that has cases. */
    Uni<List<Ever>> ever(Collection<String> departments) {
        return new Sql(ALL_TIME)
                .with("whose", departments.toArray(String[]::new))
                .on(pool)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Ever(
                                row.getString("department"),
                                row.getLong("cases"),
                                row.getLong("contacts"),
                                row.getLong("settled"),
                                row.getLong("first_contact")))
                        .toList());
    }

    /** @param cases what tells of them where the scope is narrower than the sums by day */
    private <T> Uni<List<T>> read(
            String columns, Scope scope, String cases, String which, String groups, Function<Row, T> each) {
        var before = scope.period().before();
        var sql = new Sql("select " + columns + " from ");
        if (scope.isNarrow()) addNarrowed(sql, cases, scope);
        else sql.add("measure_line l");
        sql.add(" where " + which + " and " + DAYS + " and department = any(:whose) group by " + groups)
                .with("whose", whose(scope))
                .with("first", scope.period().first())
                .with("last", scope.period().last())
                .with("firstBefore", before.first())
                .with("lastBefore", before.last());
        return sql.on(pool).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(each)
                .toList());
    }

    private static String[] whose(Scope scope) {
        return scope.departments() == null
                ? new String[] {"*"}
                : scope.departments().toArray(String[]::new);
    }

    private static void addNarrowed(Sql sql, String cases, Scope scope) {
        sql.add(cases);
        scope.narrow(sql);
        sql.add(") l");
    }
}
