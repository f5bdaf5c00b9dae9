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

    private static final String COUNTED =
            """
            select g.id, g.topic, g.of_staff, g.answer_id, f.number, left(c.text, 400) as example, f.cases, f.people,
                   f.contacts, f.latest
            from (select q.group_id, count(*) as cases, count(distinct i.person_id) as people, sum(i.contacts) as contacts,
                         max(i.opened_at) as latest, avg(case when q.answer_id is null then 0 else 1 end) as answered,
                         (array_agg(i.number order by q.likeness desc, i.number desc))[1] as number
                  from question q join inquiry i on i.number = q.inquiry_number
                  where i.opened_at > now() - make_interval(days => ?) and i.merged_into is null and (""";

    private static final String RANKED =
            """
            ) group by q.group_id having count(*) >= 2) f
            join question_group g on g.id = f.group_id
            join lateral (select e.text from contact e where e.inquiry_number = f.number order by e.at, e.id limit 1) c on true
            where f.answered < %s and g.of_staff = ?
            order by f.contacts desc, f.latest desc limit %d"""
                    .formatted(ANSWERED, SHOWN);

    /** Those without an approved answer in that many days, the costliest first. */
    static Sql unanswered(int days, boolean ofStaff, Sight sight) {
        return Sql.of(COUNTED, days).and(Seen.by(sight)).and(RANKED, ofStaff);
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
