-- What the virus scanner says of a file; where none is configured, all wait for it.
alter table attachment
    add column scan  text not null default 'WAITING' check (scan in ('WAITING', 'CLEAN', 'INFECTED')),
    add column found text;
create index attachment_to_scan on attachment (id) where scan = 'WAITING';

-- Staff send files too: each came with a contact or goes with a reply.
alter table attachment
    alter column contact_id drop not null,
    add column reply_id bigint references reply,
    add constraint attachment_of_one check (num_nonnulls(contact_id, reply_id) = 1);
create index attachment_of_reply on attachment (reply_id) where reply_id is not null;
