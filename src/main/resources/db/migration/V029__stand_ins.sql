-- Who is away, and who gets what is theirs until then.
alter table staff
    add column away_until date,
    add column stand_in   bigint references staff check (stand_in <> id);
create index staff_stood_in_for on staff (stand_in) where away_until is not null;
