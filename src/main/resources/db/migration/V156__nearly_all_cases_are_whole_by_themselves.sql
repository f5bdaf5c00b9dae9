-- The planner took a case for a thousand, as it does with what a function returns, and then read whole tables for one case.
alter function whole_of(bigint) rows 1;

-- Of one case what staff promised, without reading all that runs.
create index promise_follow_up on promise (inquiry_number) where ended_at is null and kind = 'FOLLOW_UP';
