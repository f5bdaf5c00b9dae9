package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
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
             where """
                    .formatted(String.join(", ", Sums.COLUMNS));

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

    /** How many cases were opened on that day of the week (1 is Monday) in that hour. */
    record Hour(int day, int hour, boolean now, long cases) {}

    Uni<List<Line>> lines(Scope scope) {
        return read(
                "dimension, key, day >= :first as now, " + SUMS,
                scope,
                "dimension in ('department', 'channel', 'topic', 'school', 'language', 'contacts', 'answer')",
                "1, 2, 3",
                row -> new Line(row.getString("dimension"), row.getString("key"), row.getBoolean("now"), Sums.of(row)));
    }

    Uni<List<Week>> weeks(Scope scope) {
        return read(
                "date_trunc('week', day)::date as monday, day >= :first as now, " + SUMS,
                scope,
                "dimension = 'department'",
                "1, 2 order by 1",
                row -> new Week(row.getLocalDate("monday"), row.getBoolean("now"), Sums.of(row)));
    }

    Uni<List<Hour>> hours(Scope scope) {
        return read(
                "extract(isodow from day)::integer as weekday, key::integer as hour, day >= :first as now,"
                        + " sum(cases) as cases",
                scope,
                "dimension = 'hour'",
                "1, 2, 3",
                row -> new Hour(
                        row.getInteger("weekday"),
                        row.getInteger("hour"),
                        row.getBoolean("now"),
                        row.getLong("cases")));
    }

    private <T> Uni<List<T>> read(String columns, Scope scope, String which, String groups, Function<Row, T> each) {
        var before = scope.period().before();
        var sql = new Sql("select " + columns + " from ");
        if (scope.isNarrow()) addCases(sql, scope);
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

    private static void addCases(Sql sql, Scope scope) {
        sql.add(ALL_KEYS).add(" " + DAYS.replace("day", "m.day"));
        scope.narrow(sql);
        sql.add(") l");
    }
}
