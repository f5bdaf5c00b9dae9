-- Calls to the district's number that were not answered by a person (see channel.phone.VoiceCalls).
create table voice_call (
    call_sid   text        primary key,
    caller     text,
    language   text        not null,
    wants_text boolean     not null default false,
    texted     boolean     not null default false,
    began_at   timestamptz not null default now()
);

-- What callers left; what was said may be written down before or after we hear of the recording, or never.
create table voicemail (
    recording_sid text        primary key,
    call_sid      text        not null,
    seconds       integer,
    said          text,
    contact_id    bigint references contact,
    state         text        not null default 'WAITING' check (state in ('WAITING', 'CLAIMED', 'STORED', 'GIVEN_UP')),
    attempts      integer     not null default 0,
    next_try_at   timestamptz not null default now(),
    error         text
);
create index voicemail_of_call on voicemail (call_sid);
create index voicemail_due on voicemail (next_try_at) where state in ('WAITING', 'CLAIMED') and seconds is not null;
