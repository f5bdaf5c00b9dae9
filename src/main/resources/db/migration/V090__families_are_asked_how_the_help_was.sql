-- What a family says of the help it had, once a case: asked for when the case is settled, or said by itself on the case's page.
create table survey (
    inquiry_number bigint primary key references inquiry,
    -- Opens these questions and nothing else of the case; null where nobody was asked.
    token       text unique,
    sent_at     timestamptz,
    reply_id    bigint references reply,
    -- Why the family of a settled case was not asked.
    withheld    text,
    answered_at timestamptz,
    courtesy    smallint check (courtesy between 1 and 5),
    timeliness  smallint check (timeliness between 1 and 5),
    solved      boolean,
    heard       boolean,
    comment     text not null default ''
);
create index survey_answered on survey (answered_at) where answered_at is not null;

insert into survey (inquiry_number, answered_at, courtesy, solved, comment)
select inquiry_number, at, courtesy, solved, comment from rating;
drop table rating;

-- Replicas of the version before write here until the last of them has been replaced.
create view rating as
    select inquiry_number, courtesy, solved, comment, answered_at as at from survey where answered_at is not null;
alter view rating alter column comment set default '';

-- Who does not want to be asked how the help was.
alter table person add column wants_no_surveys boolean not null default false;
