-- Who answers for a department, and who does while that person is away and nobody stands in. Departments themselves are in
-- routing-rules/, so one may be named here that is there no more.
create table department_owner (
    department  text primary key,
    owner_id    bigint references staff,
    fallback_id bigint references staff check (fallback_id <> owner_id),
    changed_by  text        not null,
    changed_at  timestamptz not null
);
