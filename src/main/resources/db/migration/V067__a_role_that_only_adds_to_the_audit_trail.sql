-- For a database of one's own: the role the application works with, which is not the owner of the tables, may do all it
-- needs and can neither change nor delete a line of the audit trail. The owner calls it again after every update.
create function grant_application_role(role name) returns void language plpgsql as $$
declare
    kept record;
begin
    execute format('grant usage on schema %I to %I', current_schema(), role);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), role);
    execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), role);
    for kept in select unnest(array['event', 'case_view', 'disclosure', 'audit_link', 'consent']) as name loop
        execute format('revoke update, delete on %I from %I', kept.name, role);
    end loop;
    for kept in select unnest(array['deletion', 'audit_tombstone', 'flyway_schema_history']) as name loop
        execute format('revoke insert, update, delete on %I from %I', kept.name, role);
    end loop;
end $$;
revoke execute on function grant_application_role(name) from public;
