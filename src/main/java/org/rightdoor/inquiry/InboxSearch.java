package org.rightdoor.inquiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds cases by what was said in them and by whom, the newest first; a case's number, a telephone number or an e-mail
 * address leads straight there.
 */
@ApplicationScoped
public class InboxSearch {

    /** A common word is found among so many newest cases, whatever the number of all. */
    private static final int NEWEST = 4_000;

    /** And among so many where those promise to fill the page; beyond that the index is quicker. */
    private static final int FURTHER = 20_000;

    /** Confidential cases of others are few: among so many, those that may be read fill a page. */
    private static final int LOOKED_AT = 1_000;

    private static final String OF_DEPARTMENTS = "w.departments && string_to_array(:sightDepartments, ',')";

    /** What a department or somebody in it reads of others; {@link Sight} decides on each. */
    private static final String OF_OTHERS =
            """
            array(select n.inquiry_number from named_on_case n where n.staff_id = :sightOf
                  union all select e.inquiry_number from event e where e.staff_id = :sightOf and e.kind = 'ROUTED'
                  union all select q.inquiry_number from consultation q
                  where q.ended_at is null and q.department = any(string_to_array(:sightDepartments, ',')))""";

    @Inject
    Pool pool;

    /** Numbers of the cases that fit, as far as they may be read, what was meant literally first; at most so many. */
    Uni<List<Long>> numbers(InboxQuery query, Sight sight, int limit) {
        var wanted = SearchWords.of(query.words());
        if (query.after() != null || wanted.isOnlyWords()) return byWords(wanted, query, sight, limit);
        return direct(wanted, query, sight, limit).chain(direct -> byWords(wanted, query, sight, limit)
                .map(found -> Stream.concat(direct.stream(), found.stream())
                        .distinct()
                        .limit(limit)
                        .toList()));
    }

    /** What was written in those cases, by number, the latest first and each message's beginning: where words are shown. */
    public Uni<Map<Long, List<String>>> said(List<InboxRow> rows) {
        return new Sql(
                        """
                        select i.number, said.text from inquiry i
                        cross join lateral (select array(select whole_of(i.number)) as numbers offset 0) whole
                        cross join lateral (
                            select at, left(text, 5000) as text from contact where inquiry_number = any(whole.numbers)
                            union all
                            select created_at, left(text, 5000) from reply where inquiry_number = any(whole.numbers)
                            union all
                            select at, left(detail, 5000) from event
                            where inquiry_number = any(whole.numbers) and kind = 'NOTED') said
                        where i.number = any(:numbers)
                        order by said.at desc""")
                .with("numbers", rows.stream().map(InboxRow::number).toArray(Long[]::new))
                .on(pool)
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getLong("number"),
                                Collectors.mapping(row -> row.getString("text"), Collectors.toList()))));
    }

    // A merged case is looked for by its old number, which stands on paper, or by its family's telephone or address,
    // and found as what it has become part of.
    private Uni<List<Long>> direct(SearchWords wanted, InboxQuery query, Sight sight, int limit) {
        var sql = new Sql(
                """
                with recursive meant (number) as (
                    select number from inquiry where number = :number
                    union select number from inquiry where person_id = any(array(select a.person_id from address a
                        where a.kind = 'PHONE' and reverse(a.value) like :digits
                           or a.kind = 'EMAIL' and a.value = :email limit 1000))
                    union select o.merged_into from inquiry o join meant m on o.number = m.number where o.merged_into is not null
                )
                select i.number from inquiry i where i.number = any(array(select number from meant))
                    and i.merged_into is null""");
        sql.add(" and ").add(sight.mayRead()).with(sight::bind);
        narrowToDepartments(sql, query);
        query.filter().narrow(sql);
        sql.add(" order by i.number desc limit " + limit)
                .with("number", wanted.number())
                .with("digits", wanted.lastDigits())
                .with("email", wanted.email());
        return numbers(sql);
    }

    // What many cases say fills a page soon when one walks back from the newest, however many there are altogether;
    // what few say is found by the index.
    private Uni<List<Long>> byWords(SearchWords wanted, InboxQuery query, Sight sight, int limit) {
        if (wanted.isEmpty()) return Uni.createFrom().item(List.of());
        return numbers(finish(amongNewest(NEWEST, wanted, query, sight), query, sight, limit))
                .chain(found -> {
                    if (found.size() >= limit) return Uni.createFrom().item(found);
                    var further = found.size() * FURTHER / NEWEST >= limit
                            ? numbers(finish(amongNewest(FURTHER, wanted, query, sight), query, sight, limit))
                            : Uni.createFrom().item(found);
                    return further.chain(more -> more.size() >= limit
                            ? Uni.createFrom().item(more)
                            : numbers(finish(amongAll(wanted, query, sight), query, sight, limit)));
                });
    }

    // The departments are looked at before the words, which take longer.
    private static Sql amongNewest(int newest, SearchWords wanted, InboxQuery query, Sight sight) {
        var sql = new Sql("select i.number from (select * from case_words"
                + (isCursor(query.after()) ? " where inquiry_number < " + query.after() : "")
                + " order by inquiry_number desc limit " + newest
                + ") w join inquiry i on i.number = w.inquiry_number where ");
        if (!sight.everywhere()) {
            sql.add("(" + OF_DEPARTMENTS + " or w.inquiry_number = any(" + OF_OTHERS + ")) and ");
        }
        return wanted.add(sql.add("w.words @@ "));
    }

    // The index finds all cases that have the words; only the newest of them are looked at, unless they are narrowed
    // further.
    private static Sql amongAll(SearchWords wanted, InboxQuery query, Sight sight) {
        var before = isCursor(query.after()) ? " and w.inquiry_number < " + query.after() : "";
        var sql = new Sql("with found as materialized (select w.inquiry_number from case_words w where w.words @@ ");
        wanted.add(sql).add(before);
        if (!sight.everywhere()) {
            sql.add(" and " + OF_DEPARTMENTS
                    + " union select w.inquiry_number from case_words w where w.inquiry_number = any(" + OF_OTHERS
                    + ") and w.words @@ ");
            wanted.add(sql).add(before);
        }
        if (query.isOfEverything()) sql.add(" order by inquiry_number desc limit " + LOOKED_AT);
        return sql.add(") select i.number from found w join inquiry i on i.number = w.inquiry_number where true");
    }

    private static boolean isCursor(String after) {
        return after != null && after.matches("\\d{1,15}");
    }

    private Uni<List<Long>> numbers(Sql sql) {
        return sql.on(pool)
                .map(rows -> rows.stream().map(row -> row.getLong("number")).toList());
    }

    /** Narrows to the list, and to what may be read, the newest first. */
    private static Sql finish(Sql sql, InboxQuery query, Sight sight, int limit) {
        sql.add(" and ");
        query.narrow(sql);
        narrowToDepartments(sql, query);
        InboxOrder.NEWEST.continueAfter(query.after(), sql);
        sql.add(" and ").add(query.visible(sight)).with(sight::bind);
        return sql.add(" order by i.number desc limit " + limit);
    }

    static void narrowToDepartments(Sql sql, InboxQuery query) {
        if (query.departments().isEmpty()) return;
        sql.add(" and (i.department = any(:departments) or exists (select from part s where s.inquiry_number = i.number"
                        + " and s.department = any(:departments)))")
                .with("departments", query.departments().toArray(String[]::new));
    }
}
