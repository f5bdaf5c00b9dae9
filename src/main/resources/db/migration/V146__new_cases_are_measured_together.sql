-- What measure_case makes of cases that were just opened, each by one message that counts: all of them at once, in a tenth of
-- the time. It leaves others alone; those are measured one by one at the end of the transaction, as before, and these are not
-- again, for measure_once finds that they were.
create function measure_new_cases(wanted bigint[]) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
    insert into case_measure (inquiry_number, day, hour, opened_at, department, topic, school, language, channel, answer,
                              measured_in, contacts, contacted)
    select i.number, at.opened::date, extract(hour from at.opened), i.opened_at, i.department, coalesce(i.topic, ''),
           coalesce(i.school, ''), i.language, c.channel,
           coalesce((select e.detail from event e where e.inquiry_number = i.number and e.kind = 'ANSWERED' order by e.id limit 1), ''),
           pg_current_xact_id(), 1, array[hour_of(c.at, at.zone)]
    from unnest(wanted) n
    join inquiry i on i.number = n
    join contact c on c.inquiry_number = i.number
    cross join lateral (
        select zone, i.opened_at at time zone zone as opened
        from (select coalesce((select d.zone from district_clock d), 'UTC') as zone) district) at
    where i.contacts = 1 and c.counts and not i.confidential and i.status <> 'RESOLVED' and i.first_answered_at is null
      and i.merged_into is null
    on conflict do nothing;
end $$;
