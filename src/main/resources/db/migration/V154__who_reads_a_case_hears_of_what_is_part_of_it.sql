-- A family writes into its own case, which may have become part of another; whoever has that one open hears of it too.
create function tell_whole(number bigint, kind text, by bigint default null) returns void language sql as $$
    with recursive up(n) as (
        select number union all select i.merged_into from inquiry i join up on i.number = up.n where i.merged_into is not null)
    select tell_change(n, kind, by) from up
$$;

create or replace function tell_contact() returns trigger language plpgsql as $$
begin
    perform tell_whole(new.inquiry_number, 'CONTACT');
    return null;
end $$;

create or replace function tell_reply() returns trigger language plpgsql as $$
begin
    perform tell_whole(new.inquiry_number, 'REPLY', new.staff_id);
    return null;
end $$;

create or replace function tell_event() returns trigger language plpgsql as $$
begin
    perform tell_whole(new.inquiry_number, 'EVENT', new.staff_id);
    return null;
end $$;
