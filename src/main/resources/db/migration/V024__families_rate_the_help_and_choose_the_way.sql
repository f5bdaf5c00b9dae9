-- How a family found the help, once a case; it may add to what it said, and what it said stays its own.
create table rating (
    inquiry_number bigint primary key references inquiry,
    courtesy       smallint    not null check (courtesy between 1 and 5),
    solved         boolean,
    comment        text        not null default '',
    at             timestamptz not null default now()
);

-- The way by which the family wants its answers; null as long as it has not said.
alter table inquiry add column answer_by text check (answer_by in ('SMS', 'EMAIL'));

-- A wish may be said on the page of a case.
alter table consent drop constraint consent_source_check;
alter table consent add constraint consent_source_check
    check (source in ('KEYWORD', 'OWN_WORDS', 'CARRIER', 'STAFF', 'CASE_PAGE'));
