-- Each contact stands in the hour in which it came, whenever its case was opened: for how much came by hour and by week.
-- An hour is counted from 1970 on the district's clocks. Sums by day hold them in a dimension of their own, "contact-hour".
create function hour_of(at timestamptz, zone text) returns integer immutable language sql as $$
    select floor(extract(epoch from at at time zone zone) / 3600)::integer
$$;
create function day_of(hour integer) returns date immutable language sql as $$
    select date '1970-01-01' + hour / 24
$$;

alter table case_measure add column contacted integer[] not null default '{}';
alter table measure_change add column contacted integer[] not null default '{}';

-- Of a narrow scope the cases themselves are read: those that may have been written to in a period.
create index case_measure_by_settling on case_measure (settled_at) where settled_at is not null;

create or replace function measure_case(which bigint) returns void language plpgsql
    set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
    i       inquiry%rowtype;
    zone    text := coalesce((select c.zone from district_clock c), 'UTC');
    numbers bigint[] := array[which];
    place   text;
    opened  timestamp;
    m       case_measure%rowtype;
    before  case_measure%rowtype;
    given   text;
    moves   integer;
    helped  boolean;
begin
    select * into i from inquiry where number = which for no key update;
    if i.merged_into is not null then
        perform unmeasure_case(which);
        perform measure_case(i.merged_into);
        return;
    end if;
    if exists (select from inquiry o where o.merged_into = which) then
        numbers := array(
            with recursive whole(number) as (
                select which union all select o.number from inquiry o join whole w on o.merged_into = w.number)
            select number from whole);
    end if;
    select count(*) filter (where c.counts), (array_agg(c.channel order by c.at, c.id))[1],
           coalesce(array_agg(hour_of(c.at, zone) order by c.at, c.id) filter (where c.counts), '{}')
    into m.contacts, m.channel, m.contacted
    from contact c where c.inquiry_number = any(numbers);
    if i.confidential or m.contacts = 0 then
        perform unmeasure_case(which);
        return;
    end if;

    select count(*) filter (where e.kind = 'REOPENED'),
           greatest(0, count(*) filter (where e.kind = 'ASSIGNED' and e.detail <> '') - 1),
           (array_agg(e.detail order by e.id) filter (where e.kind = 'ANSWERED'))[1],
           count(*) filter (where e.kind = 'ROUTED' and e.staff_id is not null)
    into m.reopened, m.handovers, given, moves
    from event e where e.inquiry_number = any(numbers) and e.kind in ('REOPENED', 'ASSIGNED', 'ANSWERED', 'ROUTED')
        and not exists (select from deed_on_case o join deed d on d.id = o.deed_id
                        where o.event_id = e.id and d.undone_at is not null);
    place := open_place(i.department, i.school);
    opened := i.opened_at at time zone zone;

    delete from reroute r where r.inquiry_number = which;
    m.reroutes := 0;
    m.reroute_minutes := 0;
    if moves > 0 then
        insert into reroute (event_id, inquiry_number, day, from_department, to_department, minutes)
        select o.id, which, opened::date, o.before, o.department, open_minutes(open_place(o.before, i.school), o.since, o.at)
        from (
            select e.id, e.at, e.staff_id, split_part(e.detail, ':', 1) as department,
                   lag(split_part(e.detail, ':', 1)) over own as before, lag(e.at) over own as since
            from event e
            where e.inquiry_number = any(numbers) and e.kind = 'ROUTED'
                and not exists (select from deed_on_case o join deed d on d.id = o.deed_id
                                where o.event_id = e.id and d.undone_at is not null)
            window own as (partition by e.inquiry_number order by e.at, e.id)) o
        where o.staff_id is not null and o.before <> o.department;
        select count(*), coalesce(sum(r.minutes), 0) into m.reroutes, m.reroute_minutes
        from reroute r where r.inquiry_number = which;
    end if;

    select count(*) filter (where p.broken_at is null and p.ended_at <= p.due_at),
           count(*) filter (where p.broken_at is not null or p.ended_at > p.due_at) into m.kept, m.broken
    from promise p where p.inquiry_number = any(numbers);
    select s.courtesy into m.courtesy from survey s where s.inquiry_number = which and s.answered_at is not null;
    if given is not null then
        select v.helped into helped from answer_verdict v where v.inquiry_number = which and v.answer_id = given;
    end if;

    m.inquiry_number := which;
    m.day := opened::date;
    m.hour := extract(hour from opened);
    m.opened_at := i.opened_at;
    m.settled_at := case when i.status = 'RESOLVED' then i.resolved_at end;
    m.department := i.department;
    m.topic := coalesce(i.topic, '');
    m.school := coalesce(i.school, '');
    m.language := i.language;
    m.answer := coalesce(given, '');
    m.measured_in := pg_current_xact_id();
    m.cases := 1;
    m.settled := (i.status = 'RESOLVED')::integer;
    m.first_contact := (m.settled = 1 and m.contacts = 1 and m.reopened = 0)::integer;
    m.by_answer := (m.settled = 1 and given is not null and i.first_answered_at is null)::integer;
    m.rerouted := (m.reroutes > 0)::integer;
    m.answered := (i.first_answered_at is not null)::integer;
    m.answer_minutes := open_minutes(place, i.opened_at, i.first_answered_at);
    m.settle_minutes := case when m.settled = 1 then working_minutes(place, i.opened_at, i.resolved_at, i.rests) else 0 end;
    m.reopened := least(1, m.reopened);
    m.rated := (m.courtesy is not null)::integer;
    m.courtesy := coalesce(m.courtesy, 0);
    m.courtesy_squares := m.courtesy * m.courtesy;
    m.helped := coalesce(helped, false)::integer;
    m.not_helped := (not coalesce(helped, true))::integer;

    select * into before from case_measure c where c.inquiry_number = which;
    before.measured_in := m.measured_in;
    if before is not distinct from m then return; end if;
    insert into case_measure as was values (m.*)
    on conflict (inquiry_number) do update set
        (day, hour, opened_at, settled_at, department, topic, school, language, channel, answer, measured_in,
         contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers, reopened,
         answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares, helped, not_helped,
         contacted)
        = (m.day, m.hour, m.opened_at, m.settled_at, m.department, m.topic, m.school, m.language, m.channel, m.answer,
           m.measured_in,
           m.contacts, m.settled, m.first_contact, m.by_answer, m.rerouted, m.reroutes, m.reroute_minutes,
           m.handovers, m.reopened, m.answered, m.answer_minutes, m.settle_minutes, m.kept, m.broken, m.rated,
           m.courtesy, m.courtesy_squares, m.helped, m.not_helped,
           m.contacted);
end $$;


create or replace function tell_measures() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        insert into measure_change (day, hour, department, topic, school, language, channel, answer, made,
            cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers,
            reopened, answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares,
            helped, not_helped, contacted)
        select day, hour, department, topic, school, language, channel, answer, least(contacts, 10),
            cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers,
            reopened, answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares,
            helped, not_helped, contacted
        from is_now;
    end if;
    if tg_op <> 'INSERT' then
        insert into measure_change (day, hour, department, topic, school, language, channel, answer, made,
            cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers,
            reopened, answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares,
            helped, not_helped, contacted)
        select day, hour, department, topic, school, language, channel, answer, least(contacts, 10),
            -cases, -contacts, -settled, -first_contact, -by_answer, -rerouted, -reroutes, -reroute_minutes,
            -handovers, -reopened, -answered, -answer_minutes, -settle_minutes, -kept, -broken, -rated, -courtesy,
            -courtesy_squares, -helped, -not_helped, contacted
        from was;
    end if;
    return null;
end $$;

create or replace view measure_line as
    select dimension, day, department, key,
           cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers,
           reopened, answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares,
           helped, not_helped
    from measure_day
    union all
    select k.dimension, c.day, k.department, k.key,
           c.cases, c.contacts, c.settled, c.first_contact, c.by_answer, c.rerouted, c.reroutes, c.reroute_minutes,
           c.handovers, c.reopened, c.answered, c.answer_minutes, c.settle_minutes, c.kept, c.broken, c.rated,
           c.courtesy, c.courtesy_squares, c.helped, c.not_helped
    from measure_change c, measure_keys(c.department, c.channel, c.topic, c.school, c.language, c.made, c.hour, c.answer) k
    union all
    select 'contact-hour', day_of(h), d.department, (h % 24)::text,
           0, c.cases, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    from measure_change c, unnest(c.contacted) h, lateral (values (c.department), ('*')) d(department);

create or replace function fold_measures(most integer) returns bigint language plpgsql as $$
declare
    taken_in bigint;
begin
    if not pg_try_advisory_xact_lock(7201082) then return 0; end if;
    with taken as (
        delete from measure_change where id in (select id from measure_change order by id limit most) returning *),
    added as (
        insert into measure_day as m
        select k.dimension, c.day, k.department, k.key,
               sum(c.cases), sum(c.contacts), sum(c.settled), sum(c.first_contact), sum(c.by_answer), sum(c.rerouted),
               sum(c.reroutes), sum(c.reroute_minutes), sum(c.handovers), sum(c.reopened), sum(c.answered),
               sum(c.answer_minutes), sum(c.settle_minutes), sum(c.kept), sum(c.broken), sum(c.rated),
               sum(c.courtesy), sum(c.courtesy_squares), sum(c.helped), sum(c.not_helped)
        from taken c, measure_keys(c.department, c.channel, c.topic, c.school, c.language, c.made, c.hour, c.answer) k
        group by 1, 2, 3, 4
        on conflict (department, dimension, day, key) do update set
            cases = m.cases + excluded.cases, contacts = m.contacts + excluded.contacts,
            settled = m.settled + excluded.settled, first_contact = m.first_contact + excluded.first_contact,
            by_answer = m.by_answer + excluded.by_answer, rerouted = m.rerouted + excluded.rerouted,
            reroutes = m.reroutes + excluded.reroutes, reroute_minutes = m.reroute_minutes + excluded.reroute_minutes,
            handovers = m.handovers + excluded.handovers, reopened = m.reopened + excluded.reopened,
            answered = m.answered + excluded.answered, answer_minutes = m.answer_minutes + excluded.answer_minutes,
            settle_minutes = m.settle_minutes + excluded.settle_minutes, kept = m.kept + excluded.kept,
            broken = m.broken + excluded.broken, rated = m.rated + excluded.rated,
            courtesy = m.courtesy + excluded.courtesy,
            courtesy_squares = m.courtesy_squares + excluded.courtesy_squares, helped = m.helped + excluded.helped,
            not_helped = m.not_helped + excluded.not_helped),
    heard as (
        insert into measure_day as m
        select 'contact-hour', day_of(h), d.department, (h % 24)::text,
               0, sum(c.cases), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        from taken c, unnest(c.contacted) h, lateral (values (c.department), ('*')) d(department)
        group by 1, 2, 3, 4
        on conflict (department, dimension, day, key) do update set contacts = m.contacts + excluded.contacts)
    select count(*) into taken_in from taken;
    return taken_in;
end $$;

-- What was there before: once, without telling anybody of each.
alter table case_measure disable trigger user;
with recursive whole(number, root) as (
    select number, number from inquiry where merged_into is null
    union all
    select i.number, w.root from inquiry i join whole w on i.merged_into = w.number),
heard as (
    select w.root, array_agg(hour_of(c.at, coalesce((select zone from district_clock), 'UTC')) order by c.at, c.id) as contacted
    from whole w join contact c on c.inquiry_number = w.number
    where c.counts group by w.root)
update case_measure m set contacted = h.contacted from heard h where h.root = m.inquiry_number;
alter table case_measure enable trigger user;

insert into measure_day
select 'contact-hour', day_of(h), d.department, (h % 24)::text,
       0, count(*), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
from case_measure m, unnest(m.contacted) h, lateral (values (m.department), ('*')) d(department)
group by 1, 2, 3, 4;
