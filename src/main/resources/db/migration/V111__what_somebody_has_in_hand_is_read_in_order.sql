-- After some years nearly all cases that somebody ever had are settled: these are the others.
create index inquiry_in_hand on inquiry (assignee_id, (priority <> 'URGENT'), (coalesce(due_at, 'infinity')), number)
    where assignee_id is not null and status <> 'RESOLVED' and merged_into is null;
