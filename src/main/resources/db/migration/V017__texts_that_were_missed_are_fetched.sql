-- Up to when all texts that reached the district's number are known to be held here, and when that was last looked for.
create table texts_caught_up (
    account   text        primary key,
    up_to     timestamptz not null,
    looked_at timestamptz not null
);
