-- Edited files of routing-rules/ and what would change with them, so that any replica shows what one of them works on.
create table rules_trial (
    id          text primary key,
    made_by     text        not null,
    staff_id    bigint      not null references staff,
    made_at     timestamptz not null,
    touched_at  timestamptz not null,
    files       bytea       not null,
    state       text        not null check (state in ('FAULTY', 'REPLAYING', 'DONE', 'FAILED', 'TAKEN_OVER')),
    faults      text        not null default '',
    retrains    boolean     not null default false,
    cases       integer     not null default 0,
    total       integer     not null default 0,
    differences text        not null default '[]'
);
create index rules_trial_newest on rules_trial (made_at desc);
