-- Sums of whole weeks that have come to rest, so that two years are not much more to read than a few months. Whatever changes a
-- case takes the week in which the case was opened out of week_summed, in the transaction that takes the change into the sums
-- by day; that week is read day by day again until sum_weeks adds it up anew. So no figure waits for this either.
-- contracts: nothing but the names of columns in measure_week, a table that begins here.
create function monday_of(day date) returns date immutable language sql as $$
    select day - extract(isodow from day)::integer + 1
$$;

-- Whose: a department, * for the district as a whole, or the cases of a language, of a channel, or of both, as
-- language:es channel:SMS.
create function whose_sums(department text, language text, channel text) returns table (whose text) immutable language sql as $$
    values ($1), ('*'), ('language:' || $2), ('channel:' || $3), ('language:' || $2 || ' channel:' || $3)
$$;

create table measure_week (like measure_day);
alter table measure_week rename column day to monday;
alter table measure_week rename column department to whose;
alter table measure_week add primary key (monday, whose, dimension, key);
create table week_summed (
    monday date primary key
);

-- The hour in which cases were opened is not asked for since the hours of their contacts are known.
create or replace function measure_keys(department text, channel text, topic text, school text, language text, made smallint,
                                        hour smallint, answer text)
    returns table (dimension text, department text, key text) immutable language sql as $$
    select k.dimension, d.department, k.key
    from (values ('department', $1), ('channel', $2), ('topic', $3), ('school', $4), ('language', $5), ('contacts', $6::text),
                 ('answer', nullif($8, ''))) k(dimension, key),
         (values ($1), ('*')) d(department)
    where k.key is not null
$$;
delete from measure_day where dimension = 'hour';

-- What has changed and is not in the sums by day yet, of everybody whose sums are kept.
create view measure_pending as
    select k.dimension, c.day, w.whose, k.key,
           c.cases, c.contacts, c.settled, c.first_contact, c.by_answer, c.rerouted, c.reroutes, c.reroute_minutes,
           c.handovers, c.reopened, c.answered, c.answer_minutes, c.settle_minutes, c.kept, c.broken, c.rated, c.courtesy,
           c.courtesy_squares, c.helped, c.not_helped
    from measure_change c, whose_sums(c.department, c.language, c.channel) w,
         measure_keys(c.department, c.channel, c.topic, c.school, c.language, c.made, c.hour, c.answer) k
    where k.department = '*'
    union all
    select 'contact-hour', day_of(h), w.whose, (h % 24)::text,
           0, c.cases, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    from measure_change c, unnest(c.contacted) h, whose_sums(c.department, c.language, c.channel) w;

create or replace view measure_line as
    select dimension, day, department, key,
           cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers, reopened,
           answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares, helped, not_helped
    from measure_day
    union all
    select dimension, day, whose, key,
           cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers, reopened,
           answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares, helped, not_helped
    from measure_pending;

create or replace function fold_measures(most integer) returns bigint language plpgsql as $$
declare
    taken_in bigint;
begin
    if not pg_try_advisory_xact_lock(7201082) then return 0; end if;
    with taken as (
        delete from measure_change where id in (select id from measure_change order by id limit most) returning *),
    stirred as (
        delete from week_summed where monday in (select monday_of(day) from taken)),
    added as (
        insert into measure_day as m
        select k.dimension, c.day, k.department, k.key,
               sum(c.cases), sum(c.contacts), sum(c.settled), sum(c.first_contact), sum(c.by_answer), sum(c.rerouted),
               sum(c.reroutes), sum(c.reroute_minutes), sum(c.handovers), sum(c.reopened), sum(c.answered),
               sum(c.answer_minutes), sum(c.settle_minutes), sum(c.kept), sum(c.broken), sum(c.rated), sum(c.courtesy),
               sum(c.courtesy_squares), sum(c.helped), sum(c.not_helped)
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
            broken = m.broken + excluded.broken, rated = m.rated + excluded.rated, courtesy = m.courtesy + excluded.courtesy,
            courtesy_squares = m.courtesy_squares + excluded.courtesy_squares, helped = m.helped + excluded.helped,
            not_helped = m.not_helped + excluded.not_helped),
    heard as (
        insert into measure_day as m
        select 'contact-hour', day_of(h), w.whose, (h % 24)::text,
               0, sum(c.cases), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        from taken c, unnest(c.contacted) h, whose_sums(c.department, c.language, c.channel) w
        group by 1, 2, 3, 4
        on conflict (department, dimension, day, key) do update set contacts = m.contacts + excluded.contacts)
    select count(*) into taken_in from taken;
    return taken_in;
end $$;

-- Adds up weeks that are over for a week and not summed, at most so many, the youngest first; gives how many those were. What
-- is pending is taken off, for fold_measures will bring it, and take the week out again.
create function sum_weeks(most integer) returns integer language plpgsql as $$
declare
    chosen date[];
    week   date;
begin
    if not pg_try_advisory_xact_lock(7201082) then return 0; end if;
    chosen := array(
        select w::date
        from generate_series(monday_of((select min(day) from case_measure))::timestamp, current_date - 14, '7 days') w
        where not exists (select from week_summed s where s.monday = w::date)
        order by w desc limit most);
    foreach week in array chosen loop
        delete from measure_week where monday = week;
        insert into measure_week
        select k.dimension, week, w.whose, k.key,
               sum(c.cases), sum(c.contacts), sum(c.settled), sum(c.first_contact), sum(c.by_answer), sum(c.rerouted),
               sum(c.reroutes), sum(c.reroute_minutes), sum(c.handovers), sum(c.reopened), sum(c.answered),
               sum(c.answer_minutes), sum(c.settle_minutes), sum(c.kept), sum(c.broken), sum(c.rated), sum(c.courtesy),
               sum(c.courtesy_squares), sum(c.helped), sum(c.not_helped)
        from (
            select c.department, c.channel, c.topic, c.school, c.language, least(c.contacts, 10)::smallint as made, c.hour, c.answer,
                   c.cases, c.contacts, c.settled, c.first_contact, c.by_answer, c.rerouted, c.reroutes, c.reroute_minutes,
                   c.handovers, c.reopened, c.answered, c.answer_minutes, c.settle_minutes, c.kept, c.broken, c.rated,
                   c.courtesy, c.courtesy_squares, c.helped, c.not_helped
            from case_measure c where c.day between week and week + 6
            union all
            select c.department, c.channel, c.topic, c.school, c.language, c.made, c.hour, c.answer,
                   -c.cases, -c.contacts, -c.settled, -c.first_contact, -c.by_answer, -c.rerouted, -c.reroutes,
                   -c.reroute_minutes, -c.handovers, -c.reopened, -c.answered, -c.answer_minutes, -c.settle_minutes, -c.kept,
                   -c.broken, -c.rated, -c.courtesy, -c.courtesy_squares, -c.helped, -c.not_helped
            from measure_change c where c.day between week and week + 6) c,
            whose_sums(c.department, c.language, c.channel) w,
            measure_keys(c.department, c.channel, c.topic, c.school, c.language, c.made, c.hour, c.answer) k
        where k.department = '*'
        group by 1, 3, 4;
        insert into week_summed values (week);
    end loop;
    return cardinality(chosen);
end $$;

-- The contacts of a language and of a channel, by hour, as if they had always been added up. While the lock is held nobody takes
-- changes in; those that are pending are taken off, for they will still come.
select pg_advisory_xact_lock(7201082);
insert into measure_day
select 'contact-hour', day_of(h), w.whose, (h % 24)::text,
       0, sum(c.sign), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
from (select language, channel, contacted, 1 as sign from case_measure
      union all select language, channel, contacted, -cases from measure_change) c,
     unnest(c.contacted) h, whose_sums('', c.language, c.channel) w
where w.whose not in ('', '*')
group by 1, 2, 3, 4;
