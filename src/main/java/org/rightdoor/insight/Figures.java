package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.rightdoor.inquiry.Sql;

/**
 * Sums over the cases of a scope and over those of the equal past period. They come from the sums by day, which every change
 * of a case keeps right in its own transaction, and from those by week, as far as they are kept ({@link Ledger}); else the cases themselves are read.
 */
@ApplicationScoped
class Figures {

    private static final String SUMS = Ledger.SUMS;

    // A case that was settled before takes no contact that counts: it would be open again.
    private static final String CONTACT_HOURS =
            """
            (select day_of(h) as day, (h % 24)::text as key, count(*)::integer as contacts
             from case_measure m, unnest(m.contacted) h
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

    /** What the cases of a scope come to, by key and by week. */
    record Counted(List<Line> lines, List<Week> weeks) {

        /** With lines of those dimensions in which all of them have one key: what the weeks come to. */
        Counted with(Map<String, String> fixed) {
            var all = new ArrayList<>(lines);
            for (var now : List.of(true, false)) {
                var own = weeks.stream().filter(week -> week.now() == now).toList();
                if (own.isEmpty()) continue;
                var sums = own.stream().map(Week::sums).reduce(Sums.NONE, Sums::plus);
                fixed.forEach((dimension, key) -> all.add(new Line(dimension, key, now, sums)));
            }
            return new Counted(all, weeks);
        }
    }

    /** @param by apart by that, beside what the page always shows */
    Uni<Counted> counted(Scope scope, Breakdown by) {
        var dimensions = Stream.of("department", "contacts", "answer", "language", by.key())
                .distinct()
                .toList();
        if (!scope.isKept()) {
            var fixed = scope.fixed();
            fixed.keySet().retainAll(dimensions);
            var open =
                    dimensions.stream().filter(one -> !fixed.containsKey(one)).toList();
            return Ledger.ofCases(scope, open).on(pool).map(rows -> counted(rows, open)
                    .with(fixed));
        }
        return Uni.combine().all().unis(lines(scope, dimensions), weeks(scope)).with(Counted::new);
    }

    private Uni<List<Line>> lines(Scope scope, List<String> dimensions) {
        return read(
                Ledger.kept(
                        scope,
                        "dimension, key, day >= :first as now, " + SUMS,
                        "1, 2, 3",
                        dimensions.toArray(String[]::new)),
                row -> new Line(row.getString("dimension"), row.getString("key"), row.getBoolean("now"), Sums.of(row)));
    }

    private Uni<List<Week>> weeks(Scope scope) {
        return read(
                Ledger.kept(
                        scope,
                        "monday_of(day) as monday, day >= :first as now, " + SUMS,
                        "1, 2 order by 1",
                        "department"),
                Figures::week);
    }

    private static Week week(Row row) {
        return new Week(row.getLocalDate("monday"), row.getBoolean("now"), Sums.of(row));
    }

    private static Counted counted(Iterable<Row> rows, List<String> dimensions) {
        var lines = new ArrayList<Line>();
        var weeks = new ArrayList<Week>();
        for (var row : rows) {
            var which = row.getInteger("which");
            if (which == dimensions.size()) {
                weeks.add(week(row));
                continue;
            }
            var dimension = dimensions.get(which);
            var key = row.getString("key" + which);
            if (dimension.equals("answer") && key.isEmpty()) continue;
            lines.add(new Line(dimension, key, row.getBoolean("now"), Sums.of(row)));
        }
        weeks.sort(Comparator.comparing(Week::monday));
        return new Counted(lines, weeks);
    }

    Uni<List<Heard>> heard(Scope scope) {
        var sql = new Sql(
                """
                select monday_of(day) as monday, extract(isodow from day)::integer as weekday,
                       key::integer as hour, day >= :first as now, sum(contacts) as contacts
                from\s""");
        if (scope.isKept()) {
            sql.add("measure_line l where dimension = 'contact-hour' and department = any(:whose) and ")
                    .with("whose", scope.whose());
        } else {
            scope.narrowToDepartments(sql.add(CONTACT_HOURS));
            scope.narrow(sql);
            sql.add(" group by h) l where ");
        }
        return read(
                sql.add(Period.withBefore("day") + " group by grouping sets ((1, 4), (2, 3, 4)) order by 1, 2, 3")
                        .with(scope.period()::bind),
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

    private <T> Uni<List<T>> read(Sql sql, Function<Row, T> each) {
        return sql.on(pool).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(each)
                .toList());
    }
}
