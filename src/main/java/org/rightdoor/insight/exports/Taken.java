package org.rightdoor.insight.exports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.Staff;
import org.rightdoor.records.Sql;

/**
 * What somebody takes out: a table, as far as they may see it.
 *
 * @param from first day, by the table's first time; null for all before
 * @param until last day, or null
 */
record Taken(Table table, Sight sight, LocalDate from, LocalDate until, ZoneId zone) {

    private static final Pattern PARAMETER = Pattern.compile(":(sightOf|sightDepartments)\\b");

    /** Its rows, oldest first where they have a time. */
    Sql rows() {
        var rows = seen("select x.* from export." + table.name() + " x");
        return table.time().map(time -> rows.and("order by x." + time + ", 1")).orElse(rows);
    }

    /** Writes into the view log that its taker has seen each of its cases. */
    Sql views(Staff by) {
        return new Sql(
                        "insert into case_view (inquiry_number, at, road, staff_id, viewer, reason)"
                                + " select distinct v.case_number, now(), 'EXPORT', ?::bigint, ?, ? from (",
                        List.of(by.id, by.name, "Table " + table.name()))
                .and(seen("select x.case_number from export." + table.name() + " x"))
                .and(") v");
    }

    private Sql seen(String select) {
        var seen = new Sql(select, List.of()).and("where true");
        if (table.isOfCases()) seen = seen.and(visible("i.number = x.case_number"));
        else if (table.isOfPeople()) seen = seen.and(visible("i.person_id = x.person_id"));
        if (table.time().isEmpty()) return seen;
        var time = "x." + table.time().get();
        if (from != null)
            seen = seen.and("and " + time + " >= ?", from.atStartOfDay(zone).toInstant());
        if (until != null) {
            seen = seen.and(
                    "and " + time + " < ?", until.plusDays(1).atStartOfDay(zone).toInstant());
        }
        return seen;
    }

    /** The sight speaks with names; JDBC wants question marks, and the values in their order. */
    private Sql visible(String join) {
        Map<String, Object> named = new TreeMap<>();
        sight.bind(named::put);
        var values = new ArrayList<>();
        var condition = PARAMETER.matcher(sight.mayRead()).replaceAll(found -> {
            values.add(named.get(found.group(1)));
            return "?";
        });
        return new Sql("and exists (select from inquiry i where " + join + " and " + condition + ")", values);
    }
}
