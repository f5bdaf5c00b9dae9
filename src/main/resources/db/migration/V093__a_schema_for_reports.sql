-- For a district's own reports (Power BI, Tableau, Metabase): facts without anybody's words, name or address, and without the
-- cases that are confidential. A view reads with the rights of its owner, so who may read here may read nothing else.
create schema if not exists reporting;

-- Facts of a table of the schema export, with the same meanings; ours is an SQL condition on its rows x.
create function pg_temp.report(name text, facts text[], ours text) returns void language plpgsql as $$
declare
    noted record;
begin
    execute format('create view reporting.%1$I as select x.%2$s from export.%1$I x where %3$s',
                   name, array_to_string(facts, ', x.'), ours);
    execute format('comment on view reporting.%I is %L', name, obj_description(format('export.%I', name)::regclass));
    for noted in select a.attname, col_description(a.attrelid, a.attnum) as meaning from pg_attribute a
                 where a.attrelid = format('export.%I', name)::regclass and a.attname = any(facts) loop
        execute format('comment on column reporting.%I.%I is %L', name, noted.attname, noted.meaning);
    end loop;
end $$;

select pg_temp.report('cases',
       array['case_number', 'opened_at', 'resolved_at', 'status', 'department', 'topic', 'kind', 'priority', 'urgency',
       'distress', 'language', 'school', 'channel', 'contacts', 'first_answered_at', 'waiting_since', 'answer_due_at',
       'resolution_due_at', 'staff_id', 'person_id', 'safety', 'part_of', 'confidence'],
       'not x.confidential');
select pg_temp.report('contacts',
       array['contact_id', 'case_number', 'at', 'channel', 'counts', 'person_id'],
       'exists (select from inquiry i where i.number = x.case_number and not i.confidential)');
select pg_temp.report('replies',
       array['reply_id', 'case_number', 'created_at', 'sent_at', 'channel', 'state', 'automatic', 'answer_id',
       'answer_version', 'staff_id'],
       'exists (select from inquiry i where i.number = x.case_number and not i.confidential)');
select pg_temp.report('events',
       array['event_id', 'case_number', 'at', 'kind', 'staff_id'],
       'exists (select from inquiry i where i.number = x.case_number and not i.confidential)');
select pg_temp.report('parts',
       array['part_id', 'case_number', 'created_at', 'done_at', 'department', 'topic'],
       'exists (select from inquiry i where i.number = x.case_number and not i.confidential)');
select pg_temp.report('consultations',
       array['consultation_id', 'case_number', 'asked_at', 'ended_at', 'department'],
       'exists (select from inquiry i where i.number = x.case_number and not i.confidential)');
select pg_temp.report('clarifications',
       array['case_number', 'asked_at', 'answered_at', 'departments', 'choice'],
       'exists (select from inquiry i where i.number = x.case_number and not i.confidential)');
select pg_temp.report('promises',
       array['promise_id', 'case_number', 'made_at', 'due_at', 'ended_at', 'broken_at', 'kind', 'department', 'staff_id'],
       'exists (select from inquiry i where i.number = x.case_number and not i.confidential)');
select pg_temp.report('surveys',
       array['case_number', 'sent_at', 'answered_at', 'courtesy', 'timeliness', 'solved', 'heard', 'withheld'],
       'exists (select from inquiry i where i.number = x.case_number and not i.confidential)');
select pg_temp.report('answer_verdicts',
       array['case_number', 'at', 'answer_id', 'helped', 'staff_id'],
       'exists (select from inquiry i where i.number = x.case_number and not i.confidential)');
select pg_temp.report('answer_opinions',
       array['opinion_id', 'at', 'answer_id', 'answer_version', 'language', 'helped'],
       'true');
select pg_temp.report('answer_texts',
       array['answer_id', 'answer_version', 'language', 'first_given_at', 'text'],
       'true');
select pg_temp.report('people',
       array['person_id', 'created_at', 'role', 'language'],
       'exists (select from inquiry i where i.person_id = x.person_id and not i.confidential)');
select pg_temp.report('staff',
       array['staff_id', 'departments', 'roles', 'active'],
       'true');

-- The owner calls it once for each role of a reporting tool.
create function grant_reporting_role(role name) returns void language plpgsql as $$
begin
    execute format('grant usage on schema reporting to %I', role);
    execute format('grant select on all tables in schema reporting to %I', role);
end $$;
revoke execute on function grant_reporting_role(name) from public;

-- The role the application works with reads them too; see V067, which knows the tables of one schema.
create or replace function grant_application_role(role name) returns void language plpgsql as $$
declare
    kept record;
begin
    execute format('grant usage on schema %I to %I', current_schema(), role);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), role);
    execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), role);
    execute format('grant usage on schema export to %I', role);
    execute format('grant select on all tables in schema export to %I', role);
    for kept in select unnest(array['event', 'case_view', 'disclosure', 'audit_link', 'consent']) as name loop
        execute format('revoke update, delete on %I from %I', kept.name, role);
    end loop;
    for kept in select unnest(array['deletion', 'audit_tombstone', 'flyway_schema_history']) as name loop
        execute format('revoke insert, update, delete on %I from %I', kept.name, role);
    end loop;
end $$;
