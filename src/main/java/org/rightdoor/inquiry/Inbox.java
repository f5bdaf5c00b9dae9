package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Lists of cases, a page at a time, each as far as its reader may see. */
@ApplicationScoped
public class Inbox {

    public static final int PAGE_SIZE = 50;

    private static final int MOST_ASKED = 500;

    @Inject
    Pool pool;

    @Inject
    InboxSearch search;

    public Uni<InboxPage> page(InboxQuery query, Sight sight) {
        if (query.isSearch()) {
            return search.numbers(query, sight, PAGE_SIZE + 1)
                    .chain(numbers -> rows(numbers, sight).map(rows -> page(rows, numbers.size(), InboxOrder.NEWEST)));
        }
        var sql = new Sql("with found as materialized (");
        Candidates.add(sql, query, sight, PAGE_SIZE + 1);
        sql.add(") select " + InboxRow.COLUMNS + " from found f join inquiry i on i.number = f.number"
                + " join person p on p.id = i.person_id left join staff a on a.id = i.assignee_id where "
                + sight.mayRead() + " order by f." + query.list().order.clause.replace(", ", ", f."));
        return sql.on(pool).map(Inbox::rows).map(rows -> page(rows, rows.size(), query.list().order));
    }

    /** The cases of those numbers that may be read, in that order. */
    public Uni<List<InboxRow>> rows(List<Long> numbers, Sight sight) {
        if (numbers.isEmpty()) return Uni.createFrom().item(List.of());
        return new Sql("select " + InboxRow.COLUMNS
                        + " from unnest(cast(:numbers as bigint[])) with ordinality f (number, place)"
                        + " join inquiry i on i.number = f.number join person p on p.id = i.person_id"
                        + " left join staff a on a.id = i.assignee_id where " + sight.mayRead() + " order by f.place")
                .with("numbers", numbers.toArray(Long[]::new))
                .with(sight::bind)
                .on(pool)
                .map(Inbox::rows);
    }

    /** Those of the cases that may be worked on, and not only read. */
    public Uni<List<Long>> workable(Collection<Long> numbers, Sight sight) {
        return new Sql("select i.number from inquiry i where i.number = any(:numbers) and " + sight.mayWork())
                .with("numbers", numbers.toArray(Long[]::new))
                .with(sight::bind)
                .on(pool)
                .map(rows -> rows.stream().map(row -> row.getLong("number")).toList());
    }

    /** Those of the cases that are in the list and may be read; words do not count. */
    public Uni<List<Long>> fitting(InboxQuery query, Sight sight, Collection<Long> numbers) {
        var sql = new Sql("select i.number from inquiry i where i.number = any(:numbers) and ");
        query.narrow(sql);
        InboxSearch.narrowToDepartments(sql, query);
        return sql.add(" and " + query.visible(sight))
                .with("numbers", numbers.stream().limit(MOST_ASKED).toArray(Long[]::new))
                .with(sight::bind)
                .on(pool)
                .map(rows -> rows.stream().map(row -> row.getLong("number")).toList());
    }

    private static List<InboxRow> rows(RowSet<Row> rows) {
        return rows.stream().map(InboxRow::of).toList();
    }

    private static InboxPage page(List<InboxRow> rows, int found, InboxOrder order) {
        if (found <= PAGE_SIZE || rows.isEmpty()) return new InboxPage(rows, null);
        var shown = rows.subList(0, Math.min(rows.size(), PAGE_SIZE));
        return new InboxPage(shown, order.cursorAfter(shown.get(shown.size() - 1)));
    }
}
