-- A file that the scanner cannot judge is tried again ever more rarely, and the others do not wait behind it.
alter table attachment
    add column scan_attempts integer     not null default 0,
    add column scan_next_at  timestamptz not null default now(),
    add column scan_error    text;
drop index attachment_to_scan;
create index attachment_to_scan on attachment (scan_next_at) where scan = 'WAITING';
