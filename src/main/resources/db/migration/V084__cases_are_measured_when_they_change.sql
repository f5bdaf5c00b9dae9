-- Cases to be worked out by insight.KeepMeasures though nothing happened to them: those from before there were measures, those
-- whose open time another calendar makes different, and those of a transaction that brings very many and says so.
create table measure_due (
    inquiry_number bigint primary key references inquiry on delete cascade
);
insert into measure_due select number from inquiry;

-- At the end of the transaction that changed something, so that a case is worked out once, as it then is.
create function measure_once(which bigint) returns void language plpgsql as $$
begin
    if current_setting('rightdoor.measure_later', true) = 'on' then
        insert into measure_due values (which) on conflict do nothing;
        return;
    end if;
    if not exists (select from case_measure m where m.inquiry_number = which and m.measured_in = pg_current_xact_id()) then
        perform measure_case(which);
    end if;
end $$;

create function measure_inquiry() returns trigger language plpgsql as $$
begin
    perform measure_once(new.number);
    if tg_op = 'UPDATE' and old.merged_into is distinct from new.merged_into and old.merged_into is not null then
        perform measure_case(old.merged_into);
    end if;
    return null;
end $$;
create constraint trigger case_is_measured after insert on inquiry deferrable initially deferred
    for each row execute function measure_inquiry();
create constraint trigger case_is_measured_again after update on inquiry deferrable initially deferred
    for each row when ((old.department, old.topic, old.school, old.language, old.status, old.resolved_at, old.contacts, old.rests,
                        old.first_answered_at, old.merged_into, old.confidential)
        is distinct from (new.department, new.topic, new.school, new.language, new.status, new.resolved_at, new.contacts, new.rests,
                          new.first_answered_at, new.merged_into, new.confidential))
    execute function measure_inquiry();

-- Everything else that hangs on a case and counts.
create function measure_its_case() returns trigger language plpgsql as $$
begin
    perform measure_once(new.inquiry_number);
    return null;
end $$;
create constraint trigger happening_is_measured after insert on event deferrable initially deferred
    for each row when (new.kind in ('REOPENED', 'ASSIGNED', 'UNDONE', 'RATED') or new.kind = 'ROUTED' and new.staff_id is not null)
    execute function measure_its_case();
create constraint trigger promise_is_measured after update on promise deferrable initially deferred
    for each row when ((old.broken_at, old.ended_at) is distinct from (new.broken_at, new.ended_at))
    execute function measure_its_case();
create constraint trigger verdict_is_measured after insert or update on answer_verdict deferrable initially deferred
    for each row execute function measure_its_case();
