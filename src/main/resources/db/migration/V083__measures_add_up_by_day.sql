-- Sums of case_measure by day, kept without a row that everybody waits for: whatever changes a case adds lines to
-- measure_change (what it was before, taken off, and what it is now), and measure_day takes them in from time to time.
-- A figure is the sum of both, so it is right at once, whenever that is.
create table measure_change (
    id bigint generated always as identity primary key,
    day date not null, hour smallint not null, department text not null, topic text not null, school text not null,
    language text not null, channel text not null, answer text not null, made smallint not null,
    cases integer not null, contacts integer not null, settled integer not null, first_contact integer not null,
    by_answer integer not null, rerouted integer not null, reroutes integer not null,
    reroute_minutes integer not null, handovers integer not null, reopened integer not null,
    answered integer not null, answer_minutes integer not null, settle_minutes integer not null,
    kept integer not null, broken integer not null, rated integer not null, courtesy integer not null,
    courtesy_squares integer not null, helped integer not null, not_helped integer not null
);

-- By one dimension at a time, of one department or, as *, of the district as a whole. In the dimension "department" the key is the
-- case's own: its rows together are all cases of a department or of the district.
create table measure_day (
    dimension  text not null,
    day        date not null,
    department text not null,
    key        text not null,
    cases integer not null, contacts integer not null, settled integer not null, first_contact integer not null,
    by_answer integer not null, rerouted integer not null, reroutes integer not null,
    reroute_minutes integer not null, handovers integer not null, reopened integer not null,
    answered integer not null, answer_minutes integer not null, settle_minutes integer not null,
    kept integer not null, broken integer not null, rated integer not null, courtesy integer not null,
    courtesy_squares integer not null, helped integer not null, not_helped integer not null,
    primary key (department, dimension, day, key)
);

create function measure_keys(department text, channel text, topic text, school text, language text, made smallint, hour smallint,
                             answer text)
    returns table (dimension text, department text, key text) immutable language sql as $$
    select k.dimension, d.department, k.key
    from (values ('department', $1), ('channel', $2), ('topic', $3), ('school', $4), ('language', $5), ('contacts', $6::text),
                 ('hour', $7::text), ('answer', nullif($8, ''))) k(dimension, key),
         (values ($1), ('*')) d(department)
    where k.key is not null
$$;

create function tell_measures() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        insert into measure_change (day, hour, department, topic, school, language, channel, answer, made,
            cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers,
            reopened, answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares,
            helped, not_helped)
        select day, hour, department, topic, school, language, channel, answer, least(contacts, 10),
            cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers,
            reopened, answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares,
            helped, not_helped
        from is_now;
    end if;
    if tg_op <> 'INSERT' then
        insert into measure_change (day, hour, department, topic, school, language, channel, answer, made,
            cases, contacts, settled, first_contact, by_answer, rerouted, reroutes, reroute_minutes, handovers,
            reopened, answered, answer_minutes, settle_minutes, kept, broken, rated, courtesy, courtesy_squares,
            helped, not_helped)
        select day, hour, department, topic, school, language, channel, answer, least(contacts, 10),
            -cases, -contacts, -settled, -first_contact, -by_answer, -rerouted, -reroutes, -reroute_minutes,
            -handovers, -reopened, -answered, -answer_minutes, -settle_minutes, -kept, -broken, -rated, -courtesy,
            -courtesy_squares, -helped, -not_helped
        from was;
    end if;
    return null;
end $$;
create trigger measures_come after insert on case_measure referencing new table as is_now
    for each statement execute function tell_measures();
create trigger measures_change after update on case_measure referencing old table as was new table as is_now
    for each statement execute function tell_measures();
create trigger measures_go after delete on case_measure referencing old table as was
    for each statement execute function tell_measures();

create view measure_line as
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
    from measure_change c, measure_keys(c.department, c.channel, c.topic, c.school, c.language, c.made, c.hour, c.answer) k;

-- Takes in at most so many lines, and gives how many there were. Only one takes in at a time; readers see both tables in one
-- moment, before or after.
create function fold_measures(most integer) returns bigint language plpgsql as $$
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
            not_helped = m.not_helped + excluded.not_helped)
    select count(*) into taken_in from taken;
    return taken_in;
end $$;
