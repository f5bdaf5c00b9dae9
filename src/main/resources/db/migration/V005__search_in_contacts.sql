-- Only the first part of a very long text is searched: a tsvector may not pass 1 MB.
alter table contact add column words tsvector
    generated always as (to_tsvector('simple', coalesce(subject, '') || ' ' || left(text, 100000))) stored;
create index contact_by_words on contact using gin (words);
