-- Merged and taken apart again, a case takes along where it was sent on, whichever of the two is measured first. Until now the
-- second copy of the same event was refused, and the taking apart with it.
create function take_reroute_along() returns trigger language plpgsql as $$
begin
    delete from reroute where event_id = new.event_id;
    return new;
end $$;
create trigger reroute_is_taken_along before insert on reroute for each row execute function take_reroute_along();
