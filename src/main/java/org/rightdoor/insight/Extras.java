package org.rightdoor.insight;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.inquiry.Sql;

/** What the sums by day do not hold: where cases were sent on, what waits now, who has it, and how right the safety net was. */
@ApplicationScoped
class Extras {

    @Inject
    Pool pool;

    /** Cases that went from one department to another, and the open minutes that each time cost on average. */
    record Move(String from, String to, long now, long before, double minutes) {}

    /** Open cases by how long ago they were opened, oldest last. */
    record Age(String name, String condition, long cases) {}

    /** What is on somebody's desk; {@code who} is the id of the member of staff. */
    record Load(String name, long open, long waiting, long late, long who) {}

    /** Conditions on {@code inquiry i} for what is on a desk, by the words for it in an address. */
    static final Map<String, String> ON_A_DESK = Map.of(
            "open", "i.status = 'OPEN'",
            "waiting", "i.status = 'WAITING'",
            "late", "i.status = 'OPEN' and i.due_at < now()");

    /** What the net noticed in a month, and what became of it. */
    record Net(LocalDate month, long real, long wrong, long missed, long unjudged) {}

    Uni<List<Move>> moves(Scope scope) {
        var sql = new Sql(
                """
                select r.from_department, r.to_department, count(*) filter (where r.day >= :first) as now,
                       count(*) filter (where r.day < :first) as before, avg(r.minutes)::float8 as minutes
                from reroute r""");
        if (!scope.isKeptByDay()) {
            sql.add(" join case_measure m on m.inquiry_number = r.inquiry_number and m.rerouted > 0"
                    + " and m.day between :firstBefore and :last");
        }
        sql.add(" where " + Period.withBefore("r.day")).with(scope.period()::bind);
        if (scope.departments() != null) {
            sql.add(" and (r.from_department = any(:departments) or r.to_department = any(:departments))")
                    .with("departments", scope.departments().toArray(String[]::new));
        }
        scope.narrow(sql);
        return read(
                sql.add(" group by 1, 2 order by 3 desc, 1, 2"),
                row -> new Move(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3), row.getDouble(4)));
    }

    /** Conditions on {@code case_measure m} for how long a case has been open, by the words for it in an address. */
    static final List<Age> AGES = List.of(
            new Age("Less than a day", "m.opened_at > now() - interval '1 day'", 0),
            new Age("1 to 3 days", between(3, 1), 0),
            new Age("3 to 7 days", between(7, 3), 0),
            new Age("1 to 2 weeks", between(14, 7), 0),
            new Age("2 to 4 weeks", between(28, 14), 0),
            new Age("Longer", "m.opened_at <= now() - interval '28 days'", 0));

    private static String between(int oldest, int newest) {
        return "m.opened_at > now() - interval '" + oldest + " days' and m.opened_at <= now() - interval '" + newest
                + " days'";
    }

    Uni<List<Age>> ages(Scope scope) {
        var sql = new Sql("select ");
        for (var age : AGES) {
            sql.add(age == AGES.get(0) ? "" : ", ").add("count(*) filter (where " + age.condition() + ")");
        }
        sql.add(" from case_measure m where m.settled = 0");
        scope.narrowToDepartments(sql);
        scope.narrow(sql);
        return read(sql, row -> java.util.stream.IntStream.range(0, AGES.size())
                        .mapToObj(i -> new Age(AGES.get(i).name(), AGES.get(i).condition(), row.getLong(i)))
                        .toList())
                .map(rows -> rows.get(0));
    }

    Uni<List<Load>> loads(Scope scope, Sight sight) {
        var sql = new Sql(
                """
                select s.name, count(*) filter (where %s) as open, count(*) filter (where %s) as waiting,
                       count(*) filter (where %s) as late, s.id
                from inquiry i join staff s on s.id = i.assignee_id join case_measure m on m.inquiry_number = i.number
                where i.assignee_id is not null and i.status <> 'RESOLVED' and\s"""
                        .formatted(ON_A_DESK.get("open"), ON_A_DESK.get("waiting"), ON_A_DESK.get("late")));
        sql.add(sight.mayRead()).with(sight::bind);
        scope.narrowToDepartments(sql);
        scope.narrow(sql);
        return read(
                sql.add(" group by s.id, s.name order by 2 desc, 1 limit 30"),
                row -> new Load(row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /** Of the last year, whatever the period: alerts are few. Without words, and without cases. */
    Uni<List<Net>> net(String zone) {
        return read(
                new Sql(
                                """
                        select date_trunc('month', a.at at time zone :zone)::date,
                               count(*) filter (where a.outcome = 'REAL' and not a.missed),
                               count(*) filter (where a.outcome = 'FALSE'), count(*) filter (where a.missed),
                               count(*) filter (where a.outcome is null and not a.missed)
                        from alert a where not a.drill and a.at > now() - interval '1 year'
                        group by 1 order by 1""")
                        .with("zone", zone),
                row -> new Net(row.getLocalDate(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    private <T> Uni<List<T>> read(Sql sql, Function<Row, T> each) {
        return sql.on(pool).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(each)
                .toList());
    }
}
