package org.rightdoor;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import org.rightdoor.answers.Answer;
import org.rightdoor.answers.Knowledge;

/** What became of the made-up term: cases sent on, answers that helped, promises, surveys, alerts, and a bus that is late now. */
final class DemoOutcomes {

    /** Fewer cases are no term, and a surge among them would be most of it. */
    private static final int A_TERM = 100;

    private DemoOutcomes() {}

    static Uni<Void> write(SqlConnection connection, Knowledge knowledge, int cases) {
        if (cases < A_TERM) return Uni.createFrom().voidItem();
        var answers = knowledge.answers().all().stream()
                .filter(answer -> answer.topic() != null)
                .toList();
        var schools = knowledge.rules().schools().keySet().toArray(String[]::new);
        return connection
                .query("create temporary table demo_answer (topic text, id text) on commit drop")
                .execute()
                .chain(() -> connection
                        .preparedQuery("insert into demo_answer select * from unnest($1::text[], $2::text[])")
                        .execute(Tuple.of(
                                answers.stream().map(Answer::topic).toArray(String[]::new),
                                answers.stream().map(Answer::id).toArray(String[]::new))))
                .chain(() -> connection
                        .preparedQuery(
                                "update inquiry set school = ($1::text[])[1 + number * 7 % cardinality($1::text[])]"
                                        + " where number % 5 > 0")
                        .execute(Tuple.of((Object) schools)))
                .chain(() -> Multi.createFrom()
                        .items(Arrays.stream(SCRIPT.split(";\\s*\n")))
                        .onItem()
                        .transformToUniAndConcatenate(
                                statement -> connection.query(statement).execute())
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private static final String SCRIPT =
            """
            update inquiry i set first_answered_at = (select min(r.created_at) from reply r where r.inquiry_number = i.number),
                assignee_id = case when i.status <> 'RESOLVED' and i.number % 3 > 0
                                   then (select min(s.id) from staff s where i.department = any(s.departments)) end;
            create temporary table sent_on on commit drop as
            select i.number, i.opened_at, case when i.department = 'front-office' then 'communications' else 'front-office' end as to_whom,
                   (select min(s.id) from staff s where i.department = any(s.departments)) as by_whom
            from inquiry i where i.number % 13 = 0;
            insert into event (inquiry_number, at, kind, actor, staff_id, detail)
            select s.number, s.opened_at + (20 + s.number % 7 * 25) * interval '1 minute', 'ROUTED', t.name, t.id,
                   s.to_whom || ': Not ours'
            from sent_on s join staff t on t.id = s.by_whom;
            update inquiry i set department = s.to_whom from sent_on s where s.number = i.number and s.by_whom is not null;
            create temporary table answered_at_once on commit drop as
            select i.number, i.opened_at, (select min(a.id) from demo_answer a where a.topic = i.topic) as answer
            from inquiry i where i.status = 'RESOLVED' and i.contacts = 1 and i.number % 4 = 0
                and i.topic in (select topic from demo_answer);
            insert into event (inquiry_number, at, kind, actor, detail)
            select number, opened_at, 'ANSWERED', 'RightDoor', answer from answered_at_once;
            update reply r set automatic = true, author = 'RightDoor', staff_id = null, answer_id = a.answer, created_at = a.opened_at,
                sent_at = a.opened_at from answered_at_once a where a.number = r.inquiry_number;
            update inquiry set first_answered_at = null where number in (select number from answered_at_once);
            insert into answer_verdict (answer_id, inquiry_number, helped, actor, at)
            select answer, number, number % 7 > 0, 'Family', opened_at + interval '1 hour' from answered_at_once;
            insert into promise (inquiry_number, kind, department, made_at, due_at, ended_at, broken_at)
            select number, 'FIRST_ANSWER', department, opened_at, first_answered_at + interval '5 hours', first_answered_at, null
            from inquiry where first_answered_at is not null and number % 16 > 0
            union all
            select number, 'FIRST_ANSWER', department, opened_at, first_answered_at - interval '2 hours', first_answered_at,
                   first_answered_at - interval '2 hours'
            from inquiry where first_answered_at is not null and number % 16 = 0;
            insert into survey (inquiry_number, sent_at, answered_at, courtesy, timeliness, solved, heard)
            select number, resolved_at, resolved_at + interval '3 hours',
                   greatest(1, 5 - (contacts - 1) / 2 - (number * 7 % 5 = 0)::int - (number * 11 % 6 = 0 and contacts > 1)::int),
                   greatest(1, 5 - (contacts - 1) / 2 - (number % 4 = 0)::int), number % 11 > 0, number % 9 > 0
            from inquiry where status = 'RESOLVED' and number % 3 = 0;
            insert into alert (inquiry_number, category, confidence, raised_by, missed, at, acknowledged_at, outcome, handled, closed_at)
            select number, 'bullying', 0.8, case when number % 9 = 0 then 'Front office desk' else 'RightDoor' end, number % 9 = 0,
                   opened_at, opened_at + interval '9 minutes', case when number % 4 = 0 and number % 9 > 0 then 'FALSE' else 'REAL' end,
                   'Called the family.', opened_at + interval '1 hour'
            from inquiry where number % 67 = 0;
            create temporary table late_bus on commit drop as
            select (select max(number) from inquiry) + n as number, p.id as person_id, now() - n * interval '4 minutes' as at,
                   (array['Bus 14 is not here yet.', 'Where is bus 14? It is 20 minutes late.', 'Bus #14 did not come this morning.',
                          'Is bus 14 coming today?', 'My son waits for bus 14 since 7.', 'bus 14 late again??'])[n] as text
            from generate_series(1, 6) n join (select id, row_number() over (order by id) as place from person) p on p.place = n;
            insert into inquiry (number, person_id, subject, department, topic, language, contacts, opened_at, last_contact_at,
                                 waiting_since, because)
            select number, person_id, text, 'transportation', 'bus-late', 'en', 1, at, at, at, '{what families wrote}' from late_bus
            where exists (select from inquiry where topic = 'bus-late');
            insert into case_link (token, inquiry_number, whole)
            select 'demo-case-' || number, number, true from late_bus where number in (select number from inquiry);
            insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)
            select number, person_id, 'SMS', 'demo-late-' || number, at, text, true from late_bus
            where number in (select number from inquiry);
            insert into event (inquiry_number, at, kind, actor, detail)
            select number, at, 'ROUTED', 'RightDoor', 'transportation' from late_bus where number in (select number from inquiry);
            select count(nextval(pg_get_serial_sequence('inquiry', 'number'))) from late_bus where number in (select number from inquiry)
            """;
}
