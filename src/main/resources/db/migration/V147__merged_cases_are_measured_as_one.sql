-- Cases that became one are one case in every figure: it began when the first of them was opened, was answered when the first of
-- them was, and what a family said of the help with any of them was said of it.
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
        select min(o.opened_at), min(o.first_answered_at) into i.opened_at, i.first_answered_at
        from inquiry o where o.number = any(numbers);
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
    select s.courtesy into m.courtesy from survey s
    where s.inquiry_number = any(numbers) and s.courtesy is not null order by s.answered_at desc limit 1;
    if given is not null then
        select v.helped into helped from answer_verdict v
        where v.inquiry_number = any(numbers) and v.answer_id = given order by v.at desc limit 1;
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

-- A mark for courtesy may come after the first word.
create constraint trigger mark_is_measured after insert or update on survey deferrable initially deferred
    for each row when (new.courtesy is not null) execute function measure_its_case();

insert into measure_due
select distinct merged_into from inquiry where merged_into is not null
union select inquiry_number from survey where courtesy is not null
on conflict do nothing;
