-- Who has a case open just now, and who is writing an answer. Lost in a crash, and told anew within seconds.
create unlogged table presence (
    inquiry_number bigint      not null,
    staff_id       bigint      not null,
    writing        boolean     not null,
    seen_at        timestamptz not null,
    primary key (inquiry_number, staff_id)
);
