package org.rightdoor.insight.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.records.Seen;
import org.rightdoor.records.Sql;

/**
 * A question that came again, as far as somebody may see it.
 *
 * @param topic empty where nobody could tell
 * @param example the most typical way in which it was asked
 * @param number of the case that asked it so
 * @param cases that asked it
 * @param people who asked it
 * @param contacts that those cases have cost
 * @param answer the approved answer that was drafted from it, or null
 */
record Recurring(
        long id,
        String topic,
        boolean ofStaff,
        String example,
        long number,
        long cases,
        long people,
        long contacts,
        Instant latest,
        String answer) {

    private static final int SHOWN = 50;

    /** Where this part of the cases were given an approved answer, or would have been, the question has one. */
    private static final double ANSWERED = 0.5;

    // Counted first; who asked and who put it best is looked up for those that are shown, group by group: "offset 0"
    // keeps the planner from reading all cases of the time for each group.
    private static final String COUNTED =
            """
            select g.id, g.topic, g.of_staff, g.answer_id, e.number, left(c.text, 400) as example, f.cases, e.people,
                   f.contacts, f.latest
            from (select q.group_id, count(*) as cases, sum(i.contacts) as contacts, max(i.opened_at) as latest
                  from question q join question_group o on o.id = q.group_id and o.of_staff = ?
                      join inquiry i on i.number = q.inquiry_number
                  where i.opened_at > now() - make_interval(days => ?) and i.merged_into is null and (""";

    private static final String RANKED =
            """
            ) group by q.group_id
                  having count(*) >= 2 and avg(case when q.answer_id is null then 0 else 1 end) < %s
                  order by contacts desc, latest desc limit %d) f
            join question_group g on g.id = f.group_id
            join lateral (
                select count(distinct s.person_id) as people, (array_agg(s.number order by s.likeness desc, s.number desc))[1] as number
                from (select i.person_id, i.number, q.likeness, i.opened_at > now() - make_interval(days => ?) as late
                      from question q join inquiry i on i.number = q.inquiry_number
                      where q.group_id = f.group_id and i.merged_into is null and ("""
                    .formatted(ANSWERED, SHOWN);

    private static final String QUOTED =
            """
            ) offset 0) s where s.late) e on true
            join lateral (select c.text from contact c where c.inquiry_number = e.number order by c.at, c.id limit 1) c on true
            order by f.contacts desc, f.latest desc""";

    /** Those without an approved answer in that many days, the costliest first. */
    static Sql unanswered(int days, boolean ofStaff, Sight sight) {
        return Sql.of(COUNTED, ofStaff, days)
                .and(Seen.by(sight))
                .and(RANKED, days)
                .and(Seen.by(sight))
                .and(QUOTED);
    }

    static Recurring read(ResultSet row) throws SQLException {
        return new Recurring(
                row.getLong("id"),
                row.getString("topic"),
                row.getBoolean("of_staff"),
                row.getString("example"),
                row.getLong("number"),
                row.getLong("cases"),
                row.getLong("people"),
                row.getLong("contacts"),
                Sql.instant(row, "latest"),
                row.getString("answer_id"));
    }

    /** Those of which no answer has been published since one was drafted. */
    static List<Recurring> stillOpen(List<Recurring> all, Predicate<String> isPublished) {
        return all.stream()
                .filter(one -> one.answer == null || !isPublished.test(one.answer))
                .toList();
    }
}
