-- What a mail brought beside its words and files (see inquiry.Letter).
create table letter (
    contact_id      bigint  primary key references contact,
    quoted          text    not null default '',
    formatted       text,
    remote_pictures integer not null default 0,
    automatic       text,
    sender_check    text,
    stranger        boolean not null default false
);

-- Who has written how much within the hour.
create index contact_by_mail on contact (at) where channel = 'EMAIL';

-- Addresses that mail does not reach, until a mail comes from there again.
create table failing_address (
    address text        primary key,
    since   timestamptz not null,
    times   integer     not null default 1,
    why     text        not null
);
