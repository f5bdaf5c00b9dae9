-- The sums of a department in a language, by a channel, or both, are kept as those of the whole district are: two years of them
-- took half a second to add up from their cases.
create or replace function whose_sums(department text, language text, channel text) returns table (whose text) immutable language sql as $$
    values ($1), ('*'), ('language:' || $2), ('channel:' || $3), ('language:' || $2 || ' channel:' || $3),
           ($1 || ' language:' || $2), ($1 || ' channel:' || $3), ($1 || ' language:' || $2 || ' channel:' || $3)
$$;

-- Every week is added up anew, the youngest first; until then it is read from its cases.
delete from week_summed;

-- Their contacts by hour, as if they had always been added up. While the lock is held nobody takes changes in; those that are
-- pending are taken off, for they will still come.
select pg_advisory_xact_lock(7201082);
insert into measure_day
select 'contact-hour', day_of(h), w.whose, (h % 24)::text,
       0, sum(c.sign), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
from (select department, language, channel, contacted, 1 as sign from case_measure
      union all select department, language, channel, contacted, -cases from measure_change) c,
     unnest(c.contacted) h, whose_sums(c.department, c.language, c.channel) w
where starts_with(w.whose, c.department || ' ')
group by 1, 2, 3, 4;
