-- Who works on a case, until when it sleeps, whether only those named on it may see it, and which case it has become part of.
alter table inquiry
    add column assignee_id   bigint references staff,
    add column snoozed_until timestamptz,
    add column confidential  boolean not null default false,
    add column merged_into   bigint references inquiry check (merged_into <> number);
create index inquiry_of_assignee on inquiry (assignee_id, status) where assignee_id is not null;
create index inquiry_snoozed on inquiry (snoozed_until) where snoozed_until is not null;
create index inquiry_merged_into on inquiry (merged_into) where merged_into is not null;

-- Who may see a confidential case: nobody else does, whatever the role.
create table named_on_case (
    inquiry_number bigint      not null references inquiry,
    staff_id       bigint      not null references staff,
    named_by       text        not null,
    at             timestamptz not null default now(),
    primary key (staff_id, inquiry_number)
);
create index named_on_case_of_inquiry on named_on_case (inquiry_number);

-- Whoever hands a case over may read on until it is resolved.
create index event_handed_over on event (staff_id, inquiry_number) where kind = 'ROUTED' and staff_id is not null;
