package org.rightdoor.insight;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rightdoor.inquiry.Sql;

/**
 * Where the sums of a scope are read from: kept by week where a whole week has come to rest, kept by day beside that, and worked
 * out from the cases themselves where nobody keeps them. One statement sees one moment of all three.
 */
final class Ledger {

    static final String SUMS = Sums.COLUMNS.stream()
            .map(column -> "sum(" + column + ") as " + column)
            .collect(Collectors.joining(", "));

    private static final String COLUMNS = String.join(", ", Sums.COLUMNS);

    // Of the whole weeks of both periods those that are summed, and the days that are left.
    private static final String DAYS =
            """
            with whole as materialized (
                select array(select monday from week_summed where monday = any(:weeks)) as mondays),
            apart as materialized (
                select array(select d from unnest(:days::date[]) d
                             where monday_of(d) <> all((select mondays from whole)::date[])) as days)
            """;

    private static final String BY_WEEK =
            """
            select dimension, monday as day, key, %s from measure_week
            where monday = any((select mondays from whole)::date[]) and whose = any(:whose) and dimension = any(:dimensions)
            """
                    .formatted(COLUMNS);

    private static final String BY_DAY =
            """
            union all
            select dimension, day, key, %s from measure_day
            where department = any(:whose) and dimension = any(:dimensions) and day = any((select days from apart)::date[])
            """
                    .formatted(COLUMNS);

    private static final String PENDING =
            """

            union all
            select dimension, day, key, %s from measure_pending
            where whose = any(:whose) and dimension = any(:dimensions) and\s"""
                    .formatted(COLUMNS);

    private static final String OF_CASES =
            """
            union all
            select k.dimension, m.day, k.key, %s
            from case_measure m, measure_keys(m.department, m.channel, m.topic, m.school, m.language,
                                              least(m.contacts, 10)::smallint, m.hour, m.answer) k
            where k.department = '*' and k.dimension = any(:dimensions) and m.day = any((select days from apart)::date[])"""
                    .formatted(
                            Sums.COLUMNS.stream().map(column -> "m." + column).collect(Collectors.joining(", ")));

    private Ledger() {}

    /**
     * Of a scope whose sums are kept.
     *
     * @param columns of rows with a dimension, a day (the Monday, where they are of a week), a key and the sums
     * @param groups what follows {@code group by}
     */
    static Sql kept(Scope scope, String columns, String groups, String... dimensions) {
        var period = scope.period();
        var sql = new Sql(DAYS).add("select " + columns + " from (" + BY_WEEK);
        if (scope.isKeptByDay()) sql.add(BY_DAY + PENDING + "day = any(:days)");
        else {
            scope.narrowToDepartments(sql.add(OF_CASES));
            scope.narrow(sql);
            sql.add(PENDING + "monday_of(day) = any((select mondays from whole)::date[])");
        }
        return sql.add(") l group by " + groups)
                .with("whose", scope.whose())
                .with("dimensions", dimensions)
                .with("first", period.first())
                .with("days", period.withBefore())
                .with("weeks", period.wholeWeeksWithBefore());
    }

    /**
     * Of any other scope: its cases, read once, by each of the dimensions and by week. The columns are {@code now}, {@code which}
     * (of the dimensions has its key in the row, or their number where it is of a week), {@code key0} and so on, {@code monday},
     * and the sums.
     */
    static Sql ofCases(Scope scope, List<String> dimensions) {
        var keys = IntStream.range(0, dimensions.size())
                .mapToObj(n -> column(dimensions.get(n)) + " as key" + n)
                .collect(Collectors.joining(", "));
        var sets = IntStream.rangeClosed(0, dimensions.size())
                .mapToObj(n -> "(1, " + (n + 2) + ")")
                .collect(Collectors.joining(", "));
        var sql = new Sql("select m.day >= :first as now, " + keys + ", monday_of(m.day) as monday, "
                        + which(dimensions) + " as which, " + SUMS + " from case_measure m where "
                        + Period.withBefore("m.day"))
                .with(scope.period()::bind);
        scope.narrowToDepartments(sql);
        scope.narrow(sql);
        return sql.add(" group by grouping sets (" + sets + ")");
    }

    // Each row is grouped by one of them, and the others are not known of it.
    private static String which(List<String> dimensions) {
        return IntStream.range(0, dimensions.size())
                .mapToObj(n -> "when grouping(" + column(dimensions.get(n)) + ") = 0 then " + n)
                .collect(Collectors.joining(" ", "case ", " else " + dimensions.size() + " end"));
    }

    private static String column(String dimension) {
        return dimension.equals("contacts") ? "least(m.contacts, 10)::text" : "m." + dimension;
    }
}
