-- Cases :from to :to of a made-up district, as they look after ten years: newest last, most of them resolved, what is open
-- among the newest twentieth, but the newest 3,000 at least, so that each list fills its page at every size; 70 topics with texts
-- from routing-rules/training, every third case of somebody who had one before. What is late has been said to be late. Run with the triggers off; the words are put together from the words of the texts, as the triggers would.
insert into person (id, name, language, created_at)
select p, (array['Ana','Luis','Mei','Linh','Omar','Rosa','John','Mary','Pierre','Amina','Kim','Noah'])[1 + p % 12] || ' '
    || (array['Ruiz','Smith','Nguyen','Garcia','Chen','Johnson','Okafor','Silva','Haddad','Jean','Brown','Lee','Lopez'])[1 + p / 12 % 13]
    || ' ' || p, 'en', now()
from generate_series((:from + 1) / 3 + 1, (:to + 1) / 3) p;

insert into address (person_id, kind, value)
select id, 'PHONE', '+1410' || lpad((2000000 + id)::text, 7, '0') from person where id > (:from + 1) / 3
union all
select id, 'EMAIL', 'family' || id || '@example.org' from person where id > (:from + 1) / 3;

create temporary table made as
select n as number, greatest(1, least((n::bigint * 7919) % ((:to + 1) / 3), (:to + 1) / 3))::bigint as person_id,
    t.topic, t.department, t.language, t.text, t.words, r, u,
    now() - interval '3650 days' * ((:to - n)::float8 / :to) as at,
    case when n > :to - greatest(:to * 0.05, 3000) and r < 55 then 'OPEN'
        when n > :to - greatest(:to * 0.05, 3000) and r < 80 or r = 99 then 'WAITING' else 'RESOLVED' end as status
from (select n, (hashint8(n) & 2147483647) % 100 as r, (hashint8(n + 17) & 2147483647) % 1000 as u from generate_series(:from + 1, :to) n) n
join sample_text t on t.id = 1 + (hashint8(n.n * 31) & 2147483647) % (select count(*) from sample_text);
alter table made add primary key (number);

insert into inquiry (number, person_id, subject, department, topic, priority, status, language, school, contacts, opened_at,
                     last_contact_at, waiting_since, resolved_at, kind, urgency, distress, answer_due_at, resolution_due_at, assignee_id, snoozed_until)
select number, person_id, left(text, 90), department, topic,
    case when u < 10 then 'URGENT' when u < 60 then 'HIGH' else 'NORMAL' end, status, language,
    (select key from sample_school where id = 1 + u % 40), 1 + (u % 7 = 0)::int + (u % 31 = 0)::int * 2, at, at,
    case when status = 'OPEN' then at end, case when status = 'RESOLVED' then at + interval '1 day' end,
    (array['QUESTION','QUESTION','QUESTION','CONCERN','COMPLAINT','REQUEST'])[1 + u % 6],
    case when u < 15 then 'NOW' when u < 70 then 'SOON' else 'NONE' end, u % 50 = 0,
    case when status = 'OPEN' then at + interval '2 days' end, case when status = 'OPEN' then at + interval '10 days' end,
    case when u % 2 = 0 and number > :to - 3000 and department = 'transportation' then (select id from staff where email = 'bench1@maple.example')
        when u % 5 < 2 then (select id from staff order by id limit 1 offset u % 20) end,
    case when status <> 'RESOLVED' and u % 40 = 0 then now() + interval '2 days' end
from made order by number;

insert into promise (inquiry_number, kind, department, made_at, due_at, reminded_at, broken_at)
select number, kind, department, at, due, case when due < now() then due end, case when due < now() then due end
from (select number, department, at, 'FIRST_ANSWER' as kind, at + interval '2 days' as due from made where status = 'OPEN'
      union all select number, department, at, 'RESOLUTION', at + interval '10 days' from made where status = 'OPEN') p;

insert into event (inquiry_number, at, kind, actor, detail)
select inquiry_number, due_at, 'PROMISE_BROKEN', 'RightDoor', due_at::text from promise where broken_at is not null;

insert into case_link (token, inquiry_number, whole) select 'bench-' || number, number, true from made;

insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)
select number, person_id, (array['WEB','WEB','SMS','EMAIL','EMAIL','PHONE'])[1 + u % 6], 'bench-' || number, at, text, true from made
union all
select number, person_id, 'SMS', 'bench-again-' || number, at + interval '3 hours', 'Has anybody seen my message?', true
from made where u % 7 = 0;

insert into event (inquiry_number, at, kind, actor, detail)
select number, at, 'ROUTED', 'RightDoor', department from made;
insert into event (inquiry_number, at, kind, actor, staff_id, detail)
select number, at + interval '1 day', 'REPLIED', 'Staff', (select id from staff order by id limit 1 offset u % 20), '' from made where status <> 'OPEN';

insert into reply (inquiry_number, channel, text, automatic, author, state, created_at, next_try_at)
select number, 'WEB', 'Thank you for writing. We have looked at it and will call you tomorrow.', false, 'Staff', 'SENT', at + interval '1 day', at
from made where status <> 'OPEN';

insert into part (inquiry_number, department, text, created_at, done_at)
select number, 'front-office', 'The absence', at, case when status <> 'OPEN' then at + interval '1 day' end
from made where u < 20 and department <> 'front-office';

insert into case_words (inquiry_number, departments, words)
select m.number, array[m.department] || array(select s.department from part s where s.inquiry_number = m.number),
    m.words || words_of(p.name || case when number % (:to / 10) = 7 then ' zebrafinch' else '' end)
        || case when status <> 'OPEN' then words_of('Thank you for writing. We have looked at it and will call you tomorrow.') else '' end
from made m join person p on p.id = m.person_id;
drop table made;
