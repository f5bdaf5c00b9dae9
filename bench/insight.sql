-- Cases :from + 1 to :to of a made-up district, spread over the :days days before :until, with known truth. What chance decides
-- is decided by chance(number, salt), so that the same numbers give the same cases. Run with the triggers off, then measured
-- as any other. Known:
--   contacts      46 % take one, 28 % two, 13 % three, 7 % four, 4 % five, 2 % six: 2.01 on average
--   courtesy      every fifth settled family is asked; on average 4.6 after one contact, and 0.3 less for each one more
--   misrouted     8 % of the cases first go to the department after the right one, and on from there after 60 open minutes
--   surge         on the 14 to 12 days before the end, every tenth case and more is about the first of the topics
--   first answer  120 open minutes; every department is open Monday to Friday, 8 to 16 UTC, and families write from 8 to 13
--   promises      90 of 100 are kept
--   answers       every 20th case is settled by an approved answer alone, which helped three of four
create function pg_temp.chance(number bigint, salt integer) returns float8 immutable language sql as $$
    select (hashint8extended(number, salt) & 1048575) / 1048576.0
$$;

create temporary table subject_of as
select n - 1 as n, (:topics)[n] as topic, (:departments)[n] as department from generate_series(1, cardinality(:topics)) n;
create temporary table department_after as
select department, coalesce(lead(department) over (order by department), min(department) over ()) as next
from (select distinct department from subject_of) d;
create temporary table school_of as
select row_number() over () - 1 as n, key from unnest(:schools) key;

insert into person (id, name, language, created_at)
select n, 'Family ' || n, 'en', :until from generate_series(:from / 3 + 1, :to / 3 + 1) n on conflict do nothing;

create temporary table made as
with drawn as (
    select n as number, pg_temp.chance(n, 1) as r1, pg_temp.chance(n, 2) as r2, pg_temp.chance(n, 3) as r3,
           :until::timestamptz - (pg_temp.chance(n, 4) * :days)::integer * interval '1 day' as any_day
    from generate_series(:from + 1, :to) n),
-- Weekends give their cases to the Friday before.
dated as (
    select *, (any_day at time zone 'UTC')::date - greatest(0, extract(isodow from any_day at time zone 'UTC')::integer - 5) as day from drawn),
about as (
    select d.*, case when d.day between :until::date - 14 and :until::date - 12 and pg_temp.chance(number, 5) < 0.1 then 0 else floor(pg_temp.chance(number, 6) * cardinality(:topics))::integer end as subject from dated d)
select a.number, a.day + (interval '8 hours' + floor(pg_temp.chance(number, 7) * 300) * interval '1 minute') as opened_local,
       (a.day + (interval '8 hours' + floor(pg_temp.chance(number, 7) * 300) * interval '1 minute')) at time zone 'UTC' as at,
       s.topic, s.department, n.next, r2 < 0.08 as misrouted, pg_temp.chance(number, 8) < 0.05 as alone,
       case when pg_temp.chance(number, 8) < 0.05 then 1 when r1 < 0.46 then 1 when r1 < 0.74 then 2 when r1 < 0.87 then 3
            when r1 < 0.94 then 4 when r1 < 0.98 then 5 else 6 end as contacts,
       case when a.day < :until::date - 20 or r3 < 0.6 then 'RESOLVED' when r3 < 0.8 then 'OPEN' else 'WAITING' end as status,
       (select key from school_of where n = floor(pg_temp.chance(number, 9) * (select count(*) from school_of))) as school,
       (array['en','en','en','en','es','es','zh','ar'])[1 + floor(pg_temp.chance(number, 10) * 8)::integer] as language,
       (array['WEB','WEB','SMS','EMAIL','EMAIL','PHONE'])[1 + floor(pg_temp.chance(number, 11) * 6)::integer] as channel
from about a join subject_of s on s.n = a.subject join department_after n on n.department = s.department;
alter table made add primary key (number);

insert into inquiry (number, person_id, subject, department, topic, priority, status, language, school, contacts, opened_at,
                     last_contact_at, waiting_since, resolved_at, first_answered_at)
select number, number / 3 + 1, topic, department, topic, 'NORMAL', status, language, school, contacts, at, at,
    case when status = 'OPEN' then at end, case when status = 'RESOLVED' then at + interval '3 hours' end,
    case when not alone and status <> 'OPEN' then at + interval '2 hours' end
from made order by at;

insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts)
select number, number / 3 + 1, channel, 'made-' || number || '-' || n, at + n * interval '10 minutes', topic, true
from made, generate_series(1, contacts) n order by at;
-- Thanks, which nobody had to write.
insert into contact (inquiry_number, person_id, channel, external_id, at, text, counts, left_out)
select number, number / 3 + 1, channel, 'made-' || number || '-thanks', at + interval '4 hours', 'Thank you!', false, 'THANKS'
from made where status = 'RESOLVED' and number % 5 = 0;

insert into event (inquiry_number, at, kind, actor, detail)
select number, at, 'ROUTED', 'RightDoor', case when misrouted then next else department end from made;
insert into event (inquiry_number, at, kind, actor, staff_id, detail)
select number, at + interval '1 hour', 'ROUTED', 'Robin Lee', :staff, department || ': not ours' from made where misrouted;
insert into event (inquiry_number, at, kind, actor, detail)
select number, at, 'ANSWERED', 'RightDoor', 'about-' || topic from made where alone;
insert into answer_verdict (answer_id, inquiry_number, helped, actor, at)
select 'about-' || topic, number, pg_temp.chance(number, 12) < 0.75, 'Family', at from made where alone;

insert into promise (inquiry_number, kind, department, made_at, due_at, ended_at, broken_at)
select number, 'FIRST_ANSWER', department, at, at + interval '1 day', at + interval '2 hours' + late::integer * interval '1 day',
       case when late then at + interval '1 day' end
from (select *, pg_temp.chance(number, 13) < 0.1 as late from made where not alone and status <> 'OPEN') m;

insert into survey (inquiry_number, sent_at, answered_at, courtesy, solved)
select number, at, at + interval '1 day', floor(mean)::integer + (pg_temp.chance(number, 14) < mean - floor(mean))::integer, true
from (select *, 4.6 - 0.3 * (contacts - 1) as mean from made where status = 'RESOLVED' and not alone and pg_temp.chance(number, 15) < 0.2) m;

drop table made, subject_of, department_after, school_of;
