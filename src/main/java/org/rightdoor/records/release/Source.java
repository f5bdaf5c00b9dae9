package org.rightdoor.records.release;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.rightdoor.records.Sql;

/**
 * A text of a case, and where it stands in the database.
 *
 * @param key such as {@code contact 12}; the same at every reading
 * @param what in words, such as "Message by e-mail"
 * @param who who wrote it; null where it is the case itself
 * @param family true where {@code who} is one of the family and not of the district
 */
record Source(String key, Instant at, String what, String who, boolean family, String text) {

    private static final String OF_CASE =
            """
            select 'subject' as key, i.opened_at as at, 'Subject' as what, cast(null as text) as who, false as family,
                   i.subject as text, 0 as step
            from inquiry i where i.number = ? and i.subject <> ''
            union all
            select 'contact ' || c.id, c.at, 'Message (' || lower(c.channel) || ')', p.name, true,
                   case when coalesce(c.subject, '') = '' then c.text else c.subject || E'\\n\\n' || c.text end, 1
            from contact c join person p on p.id = c.person_id where c.inquiry_number = ?
            union all
            select 'quoted ' || c.id, c.at, 'Quoted in it', p.name, true, l.quoted, 2
            from letter l join contact c on c.id = l.contact_id join person p on p.id = c.person_id
            where c.inquiry_number = ? and l.quoted <> ''
            union all
            select 'reply ' || r.id, r.created_at, 'Answer (' || lower(r.channel) || ')', r.author, false, r.text, 3
            from reply r where r.inquiry_number = ? and not r.code
            union all
            select 'event ' || e.id, e.at, initcap(replace(e.kind, '_', ' ')), e.actor, e.staff_id is null, e.detail, 4
            from event e where e.inquiry_number = ? and e.kind <> 'REPLIED'
            union all
            select 'comment', s.answered_at, 'What the family said of the help', null, true, s.comment, 5
            from survey s where s.inquiry_number = ? and s.comment <> ''
            order by at, step, key""";

    static List<Source> of(Connection connection, long number) throws SQLException {
        return Sql.of(OF_CASE, number, number, number, number, number, number).list(connection, Source::read);
    }

    private static Source read(ResultSet row) throws SQLException {
        return new Source(
                row.getString("key"),
                Sql.instant(row, "at"),
                row.getString("what"),
                row.getString("who"),
                row.getBoolean("family"),
                row.getString("text"));
    }
}
