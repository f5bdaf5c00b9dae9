package org.rightdoor.insight.exports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.people.Staff;
import org.rightdoor.records.Seen;
import org.rightdoor.records.Sql;

/**
 * What somebody takes out: a table, as far as they may see it.
 *
 * @param from first day, by the table's first time; null for all before
 * @param until last day, or null
 */
record Taken(Table table, Sight sight, LocalDate from, LocalDate until, ZoneId zone) {

    /** Its rows, oldest first where they have a time. */
    Sql rows() {
        var rows = seen("select x.* from export." + table.name() + " x");
        return table.time().map(time -> rows.and("order by x." + time + ", 1")).orElse(rows);
    }

    /**
     * Writes into the view log that its taker has seen each of its cases.
     *
     * @param by a member of staff, or what a program sits as: that one has no id
     */
    Sql views(Staff by) {
        return new Sql(
                        "insert into case_view (inquiry_number, at, road, staff_id, viewer, reason)"
                                + " select distinct v.case_number, now(), 'EXPORT', ?::bigint, ?, ? from (",
                        Arrays.asList(by.id, by.name, "Table " + table.name()))
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

    private Sql visible(String join) {
        return Sql.of("and exists (select from inquiry i where " + join + " and")
                .and(Seen.by(sight))
                .and(")");
    }
}
