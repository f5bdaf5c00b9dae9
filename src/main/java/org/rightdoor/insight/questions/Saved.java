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
            with asked as (
                select q.answer_id, i.topic, count(*) as cases, count(*) filter (where q.given) as given,
                       coalesce(sum(i.contacts) filter (where q.given), 0) as contacts,
                       count(*) filter (where not q.given and i.status = 'RESOLVED') as by_people,
                       sum(i.contacts) filter (where not q.given and i.status = 'RESOLVED') as contacts_by_people
                from question q join inquiry i on i.number = q.inquiry_number
                where i.opened_at > now() - make_interval(days => ?) and i.merged_into is null and (""";

    private static final String COMPARED =
            """
            ) group by q.answer_id, i.topic), by_people as (
                select topic, sum(contacts_by_people) / nullif(sum(by_people), 0) as mean from asked group by topic)
            select a.answer_id, sum(a.cases) as asked, sum(a.given) as given,
                   greatest(0, round(coalesce(sum(a.given * p.mean - a.contacts), 0))) as saved
            from asked a left join by_people p on p.topic = a.topic
            where a.answer_id is not null group by a.answer_id order by asked desc, a.answer_id""";

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
