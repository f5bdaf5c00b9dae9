package org.rightdoor.inquiry;

/**
 * Finds the first cases of a list through the indexes that have them in order: department by department, then parts of
 * others' cases, then the confidential ones on which the reader is named. {@link Sight} decides on the few that are found.
 */
final class Candidates {

    private Candidates() {}

    /** Adds a query for {@code number, calm, at}, in order and at most so many. */
    static void add(Sql sql, InboxQuery query, Sight sight, int limit) {
        var departments = query.departments().isEmpty() ? sight.departments() : query.departments();
        sql.with(sight::bind)
                .written("sightDepartments", String.join(",", sight.departments()))
                .written("departments", "{" + String.join(",", departments) + "}");
        sql.add("select number, calm, at from (");
        if (query.list().isOnesOwn()) addOnesOwn(sql, query, sight, limit);
        else addSeen(sql, query, sight, limit);
        sql.add(") found order by " + query.list().order.clause + " limit " + limit);
    }

    private static void addOnesOwn(Sql sql, InboxQuery query, Sight sight, int limit) {
        begin(sql, query);
        if (query.list() == InboxList.MINE) {
            sql.add("inquiry i where true");
        } else {
            sql.add(
                    "(select distinct e.inquiry_number from event e where e.staff_id = :sightOf and e.kind = 'ROUTED') e"
                            + " join inquiry i on i.number = e.inquiry_number where ");
            sql.add(sight.everywhere() ? "true" : "not i.department = any(string_to_array(:sightDepartments, ','))");
        }
        if (!query.departments().isEmpty()) sql.add(" and i.department = any(cast(:departments as text[]))");
        sql.add(" and ").add(sight.mayRead());
        end(sql, query, limit);
    }

    private static void addSeen(Sql sql, InboxQuery query, Sight sight, int limit) {
        if (sight.everywhere() && query.departments().isEmpty()) {
            begin(sql, query);
            sql.add("inquiry i where not i.confidential");
            end(sql, query, limit);
        } else {
            var departments = query.departments().isEmpty() ? sight.departments() : query.departments();
            for (var i = 0; i < departments.size(); i++) {
                begin(sql, query);
                sql.add("inquiry i where i.department = :department" + i + " and not i.confidential")
                        .written("department" + i, departments.get(i));
                end(sql, query, limit);
                sql.add(" union ");
            }
            begin(sql, query);
            sql.add(
                    "part s join inquiry i on i.number = s.inquiry_number where s.department = any(cast(:departments as text[]))"
                            + " and not i.confidential"
                            + (query.list().showsOpenOnly() ? " and s.done_at is null" : ""));
            end(sql, query, limit);
        }
        sql.add(" union ");
        begin(sql, query);
        sql.add("named_on_case n join inquiry i on i.number = n.inquiry_number"
                + " where n.staff_id = :sightOf and i.confidential");
        if (!query.departments().isEmpty()) sql.add(" and i.department = any(cast(:departments as text[]))");
        end(sql, query, limit);
    }

    private static void begin(Sql sql, InboxQuery query) {
        sql.add("(select " + query.list().order.columns + " from ");
    }

    private static void end(Sql sql, InboxQuery query, int limit) {
        sql.add(" and ");
        query.narrow(sql);
        query.list().order.continueAfter(query.after(), sql);
        sql.add(" order by " + query.list().order.clause + " limit " + limit + ")");
    }
}
