-- PostgreSQL plans what is written in its own language anew in each transaction, which for these few words took longer than
-- all else that a message cost it; what PL/pgSQL once planned is kept.
create or replace function tell_change(number bigint, kind text, by bigint default null, was text default null) returns void
    language plpgsql as $$
begin
    perform pg_notify('case_changes',
        json_strip_nulls(json_build_object('number', number, 'kind', kind, 'by', by, 'was', was))::text);
end $$;

create or replace function tell_whole(number bigint, kind text, by bigint default null) returns void language plpgsql as $$
declare
    one bigint := number;
begin
    while one is not null loop
        perform tell_change(one, kind, by);
        one := (select i.merged_into from inquiry i where i.number = one);
    end loop;
end $$;
