-- Null while nobody has said; what a student writes never leaves the district's database.
alter table person add column role text check (role in ('PARENT', 'STUDENT', 'STAFF', 'COMMUNITY'));
