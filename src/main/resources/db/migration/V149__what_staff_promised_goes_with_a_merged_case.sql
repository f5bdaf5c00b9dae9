-- What staff promised a family is owed by the case that its own has become part of.

-- The case and all that have become part of it.
create function whole_of(which bigint) returns setof bigint stable language sql as $$
    with recursive whole(number) as (
        select which union all select i.number from inquiry i join whole w on i.merged_into = w.number)
    select number from whole
$$;

create or replace function follow_promises() returns trigger language plpgsql as $$
begin
    if new.answer_due_at is null then
        update promise set ended_at = now()
        where inquiry_number = new.number and ended_at is null and kind in ('FIRST_ANSWER', 'NEXT_ANSWER');
    else
        update promise set due_at = new.answer_due_at, department = new.department
        where inquiry_number = new.number and ended_at is null and kind in ('FIRST_ANSWER', 'NEXT_ANSWER');
        if not found then
            insert into promise (inquiry_number, kind, department, made_at, due_at)
            values (new.number, case when new.first_answered_at is null then 'FIRST_ANSWER' else 'NEXT_ANSWER' end,
                    new.department, coalesce(new.waiting_since, now()), new.answer_due_at);
        end if;
    end if;
    if new.status = 'RESOLVED' then
        update promise set ended_at = now()
        where inquiry_number = new.number and ended_at is null and kind in ('RESOLUTION', 'FOLLOW_UP');
        update promise set ended_at = now()
        where ended_at is null and kind = 'FOLLOW_UP' and inquiry_number in (select whole_of(new.number));
    else
        update promise set due_at = new.resolution_due_at, department = new.department
        where inquiry_number = new.number and ended_at is null and kind = 'RESOLUTION';
        if not found and new.resolution_due_at is not null then
            insert into promise (inquiry_number, kind, department, made_at, due_at)
            values (new.number, 'RESOLUTION', new.department, new.opened_at, new.resolution_due_at);
        end if;
    end if;
    return null;
end $$;
