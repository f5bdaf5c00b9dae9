-- The promises that ended with an answer, for when it is taken back before it leaves.
alter table sending add column ended bigint[] not null default '{}';
