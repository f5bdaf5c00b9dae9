-- How each member of staff wants to hear of what, and up to when they were told; who has no row hears nothing.
create table wish (
    staff_id   bigint primary key references staff,
    way        text        not null check (way in ('OFF', 'BROWSER', 'HOURLY', 'DAILY')),
    kinds      text[]      not null,
    told_until timestamptz not null
);
-- What is told is looked for by when it happened.
create index event_told on event (at) where kind in ('ASSIGNED', 'PROMISE_NEAR', 'PROMISE_BROKEN');
create index inquiry_by_opening on inquiry (opened_at);

-- Whoever is new is offered the tour with the practice case; those who are here already know their way.
alter table staff add column toured boolean not null default true;
