-- What the district wants to reach of a measure in the school year that begins in July of that year.
create table goal (
    school_year integer          not null check (school_year between 2000 and 2200),
    measure     text             not null,
    target      double precision not null check (target >= 0),
    set_by      text             not null,
    set_at      timestamptz      not null default now(),
    primary key (school_year, measure)
);
