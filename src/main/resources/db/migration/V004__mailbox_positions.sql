-- How far each mailbox has been read, by IMAP's own identifiers (RFC 3501 section 2.3.1.1).
create table mailbox_position (
    mailbox      text primary key,
    uid_validity bigint not null,
    last_uid     bigint not null
);
