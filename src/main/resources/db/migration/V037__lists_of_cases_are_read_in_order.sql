-- What is due first stands first, urgent before all. Each list is read from an index in its own order, so that its first
-- page costs the same whatever number of cases there is.
create index inquiry_due on inquiry (department, (priority <> 'URGENT'), (coalesce(due_at, 'infinity')), number)
    where status = 'OPEN' and merged_into is null;
create index inquiry_due_anywhere on inquiry ((priority <> 'URGENT'), (coalesce(due_at, 'infinity')), number)
    where status = 'OPEN' and merged_into is null;
create index inquiry_waiting_for_family on inquiry (department, number) where status = 'WAITING';
create index inquiry_of_school on inquiry (school, number) where school is not null;
