-- The school calendar as stretches of open time, so that open minutes between two moments are two look-ups. Written by
-- insight.OpenTimes whenever the calendar changes; a place is a department, or department@school where it sits at schools.
create table open_span (
    place          text        not null,
    opens_at       timestamptz not null,
    closes_at      timestamptz not null,
    -- how long the place had been open by then, since the first span
    seconds_before bigint      not null,
    primary key (place, opens_at)
);

-- The district's time zone, by whose days everything is counted, and of which calendar the spans are.
create table district_clock (
    only_one boolean primary key default true check (only_one),
    zone     text not null,
    calendar text not null
);

-- In this language, because its plans are kept.
create function open_seconds(whose text, until timestamptz) returns numeric stable language plpgsql as $$
begin
    return (select s.seconds_before + extract(epoch from least(until, s.closes_at) - s.opens_at)
            from open_span s where s.place = whose and s.opens_at <= until order by s.opens_at desc limit 1);
end $$;

-- The least of its spans is one look into the index, whether or not there are any; "exists" would read the whole table.
create function open_place(department text, school text) returns text stable language plpgsql as $$
begin
    if (select min(s.opens_at) from open_span s where s.place = department || '@' || school) is not null then
        return department || '@' || school;
    end if;
    return department;
end $$;

-- Open minutes between two moments; minutes by the clock on the wall where nobody knows when that place is open.
create function open_minutes(whose text, since timestamptz, until timestamptz) returns integer stable language plpgsql as $$
begin
    if until is null or until <= since then return 0; end if;
    return coalesce(open_seconds(whose, until) - open_seconds(whose, since), extract(epoch from until - since)) / 60;
end $$;
