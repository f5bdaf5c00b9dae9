-- How often somebody tried, by the hash of who tries what from where: nothing personal is in it.
create table login_attempt (
    key           text primary key,
    tries         integer     not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null
);
create index login_attempt_last_at on login_attempt (last_at);

-- A browser in which somebody has logged in before has tries of its own, so that nobody else can use them up.
create table known_browser (
    staff_id     bigint      not null references staff on delete cascade,
    browser_hash text        not null,
    last_used    timestamptz not null default now(),
    primary key (staff_id, browser_hash)
);
