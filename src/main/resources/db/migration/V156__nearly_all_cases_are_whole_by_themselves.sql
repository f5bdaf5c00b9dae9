-- The planner took a case for a thousand, as it does with what a function returns, and then read whole tables for one case.
alter function whole_of(bigint) rows 1;
