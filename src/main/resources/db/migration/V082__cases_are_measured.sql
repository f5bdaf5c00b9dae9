-- What each case comes to, one row a case, worked out anew from what happened whenever something about it changes, in the same
-- transaction. docs/measures.md says what the columns mean. A case that has become part of another, a confidential one and one
-- that no family had to write for keep their row with nothing but zeros: they are in no figure.
create table case_measure (
    inquiry_number bigint primary key references inquiry on delete cascade,
    -- the district's day and hour in which it was opened: where it stands in every figure
    day            date        not null,
    hour           smallint    not null,
    opened_at      timestamptz not null,
    settled_at     timestamptz,
    department     text        not null,
    topic          text        not null,
    school         text        not null,
    language       text        not null,
    channel        text        not null,
    -- the approved answer that was given by itself, or empty
    answer         text        not null,
    -- the transaction that worked it out
    measured_in    xid8        not null,
    cases integer not null default 0, contacts integer not null default 0, settled integer not null default 0,
    first_contact integer not null default 0, by_answer integer not null default 0,
    rerouted integer not null default 0, reroutes integer not null default 0,
    reroute_minutes integer not null default 0, handovers integer not null default 0,
    reopened integer not null default 0, answered integer not null default 0,
    answer_minutes integer not null default 0, settle_minutes integer not null default 0,
    kept integer not null default 0, broken integer not null default 0, rated integer not null default 0,
    courtesy integer not null default 0, courtesy_squares integer not null default 0,
    helped integer not null default 0, not_helped integer not null default 0
);
create index case_measure_by_day on case_measure (day);
create index case_measure_open on case_measure (department, opened_at) where cases = 1 and settled = 0;

-- Each time staff gave a case to another department, and for how many open minutes it had been with the wrong one.
create table reroute (
    event_id        bigint primary key,
    inquiry_number  bigint  not null references inquiry on delete cascade,
    day             date    not null,
    from_department text    not null,
    to_department   text    not null,
    minutes         integer not null
);
create index reroute_of_inquiry on reroute (inquiry_number);
create index reroute_by_day on reroute (day);

create function is_undone(event bigint) returns boolean stable language sql as $$
    select exists (select from deed_on_case o join deed d on d.id = o.deed_id
                   where o.event_id = event and d.undone_at is not null)
$$;

-- Open minutes in which it was not the family's turn; rests are beginnings and ends by turns, in seconds since 1970.
create function working_minutes(whose text, since timestamptz, until timestamptz, rests bigint[]) returns integer
    stable language sql as $$
    select greatest(0, open_minutes(whose, since, until) - coalesce((
        select sum(open_minutes(whose, greatest(since, to_timestamp(rests[n])),
                                least(until, coalesce(to_timestamp(rests[n + 1]), until))))
        from generate_series(1, cardinality(rests), 2) n where to_timestamp(rests[n]) < until), 0))::integer
$$;

-- Works out these cases and those that they have become part of. A case is locked first, so that what two transactions do
-- to it at once is counted by the later one.
create function measure_cases(wanted bigint[]) returns void language plpgsql as $$
declare
    zone text := coalesce((select c.zone from district_clock c), 'UTC');
begin
    wanted := array(
        with recursive up(number, above) as (
            select i.number, i.merged_into from inquiry i where i.number = any(wanted)
            union
            select i.number, i.merged_into from inquiry i join up u on i.number = u.above)
        select number from up);
    perform from inquiry i where i.number = any(wanted) order by i.number for no key update;

    delete from reroute r where r.inquiry_number = any(wanted);
    insert into reroute (event_id, inquiry_number, day, from_department, to_department, minutes)
    with recursive whole(root, number) as (
        select i.number, i.number from inquiry i
        where i.number = any(wanted) and i.merged_into is null and not i.confidential
        union all
        select w.root, i.number from inquiry i join whole w on i.merged_into = w.number),
    moves as (
        select w.root, e.id, e.at, e.staff_id, split_part(e.detail, ':', 1) as department,
               lag(split_part(e.detail, ':', 1)) over own as before, lag(e.at) over own as since
        from whole w join event e on e.inquiry_number = w.number
        where e.kind = 'ROUTED' and (e.staff_id is null or not is_undone(e.id))
        window own as (partition by e.inquiry_number order by e.at, e.id))
    select m.id, m.root, (i.opened_at at time zone zone)::date, m.before, m.department,
           open_minutes(open_place(m.before, i.school), m.since, m.at)
    from moves m join inquiry i on i.number = m.root where m.staff_id is not null and m.before <> m.department;

    insert into case_measure as m
    with recursive whole(root, number) as (
        select i.number, i.number from inquiry i where i.number = any(wanted) and i.merged_into is null
        union all
        select w.root, i.number from inquiry i join whole w on i.merged_into = w.number),
    written as (
        select w.root, count(*) filter (where c.counts) as contacts, (array_agg(c.channel order by c.at, c.id))[1] as channel
        from whole w join contact c on c.inquiry_number = w.number group by w.root),
    happened as (
        select w.root, count(*) filter (where e.kind = 'REOPENED') as reopened,
               greatest(0, count(*) filter (where e.kind = 'ASSIGNED' and e.detail <> '') - 1) as handovers,
               (array_agg(e.detail order by e.id) filter (where e.kind = 'ANSWERED'))[1] as answer
        from whole w join event e on e.inquiry_number = w.number
        where e.kind in ('REOPENED', 'ASSIGNED', 'ANSWERED') and (e.staff_id is null or not is_undone(e.id))
        group by w.root),
    moved as (
        select r.inquiry_number as root, count(*) as times, sum(r.minutes) as minutes
        from reroute r where r.inquiry_number = any(wanted) group by 1),
    owed as (
        select w.root, count(*) filter (where p.broken_at is null and p.ended_at <= p.due_at) as kept,
               count(*) filter (where p.broken_at is not null or p.ended_at > p.due_at) as broken
        from whole w join promise p on p.inquiry_number = w.number group by w.root),
    facts as (
        select i.*, open_place(i.department, i.school) as place, coalesce(w.channel, 'WEB') as channel,
               coalesce(h.answer, '') as answer, coalesce(w.contacts, 0) as made, coalesce(h.reopened, 0) as reopened,
               coalesce(h.handovers, 0) as handovers, coalesce(m.times, 0) as reroutes, coalesce(m.minutes, 0) as lost,
               coalesce(o.kept, 0) as kept, coalesce(o.broken, 0) as broken, s.courtesy, v.helped,
               i.merged_into is null and not i.confidential and coalesce(w.contacts, 0) > 0 as shown,
               i.status = 'RESOLVED' as is_settled
        from inquiry i left join written w on w.root = i.number left join happened h on h.root = i.number
            left join moved m on m.root = i.number left join owed o on o.root = i.number
            left join survey s on s.inquiry_number = i.number and s.answered_at is not null
            left join answer_verdict v on v.inquiry_number = i.number and v.answer_id = h.answer
        where i.number = any(wanted))
    select f.number, (f.opened_at at time zone zone)::date, extract(hour from f.opened_at at time zone zone), f.opened_at,
           case when f.is_settled then f.resolved_at end, f.department, coalesce(f.topic, ''), coalesce(f.school, ''),
           f.language, f.channel, f.answer, pg_current_xact_id(), n.*
    from facts f, lateral (select
        1 as cases,
        f.made as contacts,
        f.is_settled::int as settled,
        (f.is_settled and f.made = 1 and f.reopened = 0)::int as first_contact,
        (f.is_settled and f.answer <> '' and f.first_answered_at is null)::int as by_answer,
        (f.reroutes > 0)::int as rerouted,
        f.reroutes as reroutes,
        f.lost as reroute_minutes,
        f.handovers as handovers,
        (f.reopened > 0)::int as reopened,
        (f.first_answered_at is not null)::int as answered,
        coalesce(open_minutes(f.place, f.opened_at, f.first_answered_at), 0) as answer_minutes,
        case when f.is_settled then working_minutes(f.place, f.opened_at, f.resolved_at, f.rests) else 0 end as settle_minutes,
        f.kept as kept,
        f.broken as broken,
        (f.courtesy is not null)::int as rated,
        coalesce(f.courtesy, 0) as courtesy,
        coalesce(f.courtesy * f.courtesy, 0) as courtesy_squares,
        coalesce(f.helped, false)::int as helped,
        (not coalesce(f.helped, true))::int as not_helped
        where f.shown
        union all
        select 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 where not f.shown) n
    on conflict (inquiry_number) do update set
        (day, hour, opened_at, settled_at, department, topic, school, language, channel, answer, measured_in,
         cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers, reopened,
         answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares, helped, not_helped)
        = (excluded.day, excluded.hour, excluded.opened_at, excluded.settled_at, excluded.department, excluded.topic,
           excluded.school, excluded.language, excluded.channel, excluded.answer, excluded.measured_in,
           excluded.cases, excluded.contacts, excluded.settled, excluded.first_contact, excluded.by_answer,
           excluded.rerouted, excluded.reroutes, excluded.reroute_minutes, excluded.handovers, excluded.reopened,
           excluded.answered, excluded.answer_minutes, excluded.settle_minutes, excluded.kept, excluded.broken,
           excluded.rated, excluded.courtesy, excluded.courtesy_squares, excluded.helped, excluded.not_helped)
    where to_jsonb(m) - 'measured_in' <> to_jsonb(excluded) - 'measured_in';
end $$;
