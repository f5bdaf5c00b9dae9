package org.rightdoor.insight.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.rightdoor.answers.Answer;
import org.rightdoor.inquiry.Sight;
import org.rightdoor.records.Seen;
import org.rightdoor.records.Sql;

/**
 * What a published answer has brought.
 *
 * @param question what it is the answer to; its id until it is known
 * @param asked cases in that time whose question it answers
 * @param given those to which it was given at once
 * @param saved contacts fewer than those cases would have cost, had each cost as much as the settled cases of its topic that
 *     people answered; never below zero
 */
record Saved(String answer, String question, long asked, long given, long saved) {

    private static final String CASES =
            """
            with seen as (
                select q.answer_id, q.given, i.topic, i.contacts, i.status
                from question q join inquiry i on i.number = q.inquiry_number
                where i.opened_at > now() - make_interval(days => ?) and i.merged_into is null and (""";

    private static final String COMPARED =
            """
            )), by_people as (
                select topic, avg(contacts) as mean from seen where not given and status = 'RESOLVED' group by topic)
            select s.answer_id, count(*) as asked, count(*) filter (where s.given) as given,
                   greatest(0, round(coalesce(sum(p.mean - s.contacts) filter (where s.given), 0))) as saved
            from seen s left join by_people p on p.topic = s.topic
            where s.answer_id is not null group by s.answer_id order by asked desc, s.answer_id""";

    static Sql of(int days, Sight sight) {
        return Sql.of(CASES, days).and(Seen.by(sight)).and(COMPARED);
    }

    static Saved read(ResultSet row) throws SQLException {
        return new Saved(
                row.getString("answer_id"),
                row.getString("answer_id"),
                row.getLong("asked"),
                row.getLong("given"),
                row.getLong("saved"));
    }

    /** The same with the words of that answer, where it is still there. */
    Saved of(Optional<Answer> known) {
        return new Saved(answer, known.map(found -> found.question("en")).orElse(answer), asked, given, saved);
    }
}
