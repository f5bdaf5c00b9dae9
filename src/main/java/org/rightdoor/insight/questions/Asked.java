package org.rightdoor.insight.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.rightdoor.answers.Asker;
import org.rightdoor.people.Person;
import org.rightdoor.records.Sql;

/**
 * What a case first asked, before it was placed.
 *
 * @param topic empty where nobody could tell
 * @param role of who asked, or null
 * @param given the approved answer that was given, or null
 */
record Asked(
        long number,
        long person,
        String department,
        String topic,
        String school,
        Person.Role role,
        String text,
        String given) {

    /** Longer mails begin with what they are about. */
    private static final int READ = 600;

    private static final String NEXT =
            """
            select i.number, i.person_id, i.department, coalesce(i.topic, '') as topic, i.school, p.role,
                   left(concat_ws(E'\\n', c.subject, c.text), %d) as text,
                   (select r.answer_id from reply r where r.inquiry_number = i.number and r.automatic
                    and r.answer_id is not null order by r.id limit 1) as given
            from inquiry i join person p on p.id = i.person_id
            join lateral (select f.subject, f.text from contact f where f.inquiry_number = i.number
                          order by f.at, f.id limit 1) c on true
            where i.number > greatest(?, (select up_to from question_mark)) and i.kind in ('QUESTION', 'CONCERN', 'REQUEST', 'COMPLAINT')
              and i.contacts > 0 and not i.confidential and not i.safety and i.merged_into is null and c.text <> ''
              and not exists (select from question q where q.inquiry_number = i.number)
            order by i.number limit ?"""
                    .formatted(READ);

    /** Of those with a higher number, the first. */
    static Sql after(long number, int most) {
        return Sql.of(NEXT, number, most);
    }

    static Asked read(ResultSet row) throws SQLException {
        var role = row.getString("role");
        return new Asked(
                row.getLong("number"),
                row.getLong("person_id"),
                row.getString("department"),
                row.getString("topic"),
                row.getString("school"),
                role == null ? null : Person.Role.valueOf(role),
                row.getString("text"),
                row.getString("given"));
    }

    boolean isOfStaff() {
        return role == Person.Role.STAFF;
    }

    Asker asker() {
        return new Asker(school, role);
    }
}
