-- Why somebody saw a case is, after a search, what was looked for: often the family's name. It goes when the case's words go.
create or replace trigger case_view_is_kept before update on case_view
    for each row execute function refuse_to_change_the_audit_trail_but_for_its_words();
create trigger case_view_stays before delete on case_view
    for each row execute function refuse_to_change_the_audit_trail();

create or replace function erase_words_of_audit_trail(
    number bigint, record_class text, reason text, actor text, staff_id bigint) returns bigint
language plpgsql security definer set search_path from current as $$
declare
    deleted bigint := nextval(pg_get_serial_sequence('deletion', 'id'));
begin
    insert into audit_tombstone (log, line, deletion_id, before, after)
    select 'event', e.id, deleted, audit_digest(e), audit_digest(jsonb_populate_record(e, '{"detail": ""}'))
    from event e where e.inquiry_number = number and e.detail <> '' on conflict do nothing;
    insert into audit_tombstone (log, line, deletion_id, before, after)
    select 'disclosure', d.id, deleted, audit_digest(d),
           audit_digest(jsonb_populate_record(d, '{"recipient": "", "interest": "", "records": ""}'))
    from disclosure d where d.inquiry_number = number on conflict do nothing;
    insert into audit_tombstone (log, line, deletion_id, before, after)
    select 'case_view', v.id, deleted, audit_digest(v), audit_digest(jsonb_populate_record(v, '{"reason": ""}'))
    from case_view v where v.inquiry_number = number and v.reason <> '' on conflict do nothing;
    insert into deletion (id, inquiry_number, record_class, reason, actor, staff_id, lines, digest)
    select deleted, number, erase_words_of_audit_trail.record_class, erase_words_of_audit_trail.reason,
           erase_words_of_audit_trail.actor, erase_words_of_audit_trail.staff_id, count(*),
           sha256(coalesce(string_agg(convert_to(t.log, 'UTF8') || int8send(t.line) || t.before || t.after, ''::bytea
                                      order by t.log, t.line), ''::bytea))
    from audit_tombstone t where t.deletion_id = deleted;
    update event e set detail = ''
    from audit_tombstone t where t.deletion_id = deleted and t.log = 'event' and t.line = e.id;
    update disclosure d set recipient = '', interest = '', records = ''
    from audit_tombstone t where t.deletion_id = deleted and t.log = 'disclosure' and t.line = d.id;
    update case_view v set reason = ''
    from audit_tombstone t where t.deletion_id = deleted and t.log = 'case_view' and t.line = v.id;
    return deleted;
end $$;
