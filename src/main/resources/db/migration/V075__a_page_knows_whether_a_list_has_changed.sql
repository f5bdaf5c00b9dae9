-- A number that grows with every change of what lists of cases show. A page that was made when it stood where it stands now
-- need not be made again (desk.inbox.FreshPages). It is a sequence and not a row, because no two transactions wait for each
-- other at a sequence.
create sequence list_change;

create function lists_change() returns trigger language plpgsql as $$
begin
    perform nextval('list_change');
    return null;
end $$;
create trigger lists_change after insert or update or delete on inquiry for each statement execute function lists_change();
create trigger lists_change after insert or update or delete on contact for each statement execute function lists_change();
create trigger lists_change after insert or update or delete on part for each statement execute function lists_change();
create trigger lists_change after insert or update or delete on consultation for each statement execute function lists_change();
create trigger lists_change after insert or update or delete on named_on_case for each statement execute function lists_change();
create trigger lists_change after insert or update or delete on event for each statement execute function lists_change();
create trigger lists_change after update on person for each statement execute function lists_change();
create trigger lists_change after insert or update or delete on staff for each statement execute function lists_change();
create trigger lists_change after insert or update or delete on saved_view for each statement execute function lists_change();
