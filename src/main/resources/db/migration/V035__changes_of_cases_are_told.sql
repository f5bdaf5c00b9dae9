-- Every replica hears at once that something about a case is new, whatever road the change took (see inquiry.Changes). The
-- payload says no more than which case and what kind of change: whoever hears it asks again what may be seen.
-- PostgreSQL lets transactions that notify commit one after another, which costs those that come together about one
-- write to the disk each; several cases in one transaction cost that once.
create function tell_change(number bigint, kind text, by bigint default null, was text default null) returns void
    language sql as $$
    select pg_notify('case_changes',
        json_strip_nulls(json_build_object('number', number, 'kind', kind, 'by', by, 'was', was))::text)
$$;

create function tell_inquiry() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform tell_change(new.number, 'OPENED');
    else
        -- Those who saw it until now learn that it has gone from them.
        perform tell_change(new.number, 'CHANGED', null,
            case when not old.confidential and (old.department <> new.department or new.confidential)
                 then old.department end);
    end if;
    return null;
end $$;
create trigger inquiry_is_opened after insert on inquiry for each row execute function tell_inquiry();
create trigger inquiry_changes after update on inquiry
    for each row when ((old.department, old.topic, old.priority, old.status, old.waiting_since, old.due_at, old.contacts,
                        old.assignee_id, old.snoozed_until, old.confidential, old.merged_into)
        is distinct from (new.department, new.topic, new.priority, new.status, new.waiting_since, new.due_at, new.contacts,
                          new.assignee_id, new.snoozed_until, new.confidential, new.merged_into))
    execute function tell_inquiry();

create function tell_contact() returns trigger language plpgsql as $$
begin
    perform tell_change(new.inquiry_number, 'CONTACT');
    return null;
end $$;
create trigger contact_arrives after insert on contact for each row execute function tell_contact();

create function tell_reply() returns trigger language plpgsql as $$
begin
    perform tell_change(new.inquiry_number, 'REPLY', new.staff_id);
    return null;
end $$;
create trigger reply_is_written after insert on reply for each row execute function tell_reply();
create trigger reply_fails after update on reply
    for each row when (new.state = 'FAILED' and old.state <> 'FAILED') execute function tell_reply();

-- What the machine does is told by the tables above.
create function tell_event() returns trigger language plpgsql as $$
begin
    perform tell_change(new.inquiry_number, 'EVENT', new.staff_id);
    return null;
end $$;
create trigger staff_do_something after insert on event
    for each row when (new.staff_id is not null) execute function tell_event();
