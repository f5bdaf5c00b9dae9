-- The name as people type it in a hurry: small letters, no accents.
alter table person add column found_by text generated always as
    (lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'))) stored;
