-- Staff take a link back that has come into the wrong hands, and make another.
alter table case_link add column revoked_at timestamptz;
drop index whole_link_of_inquiry;
create unique index whole_link_of_inquiry on case_link (inquiry_number) where whole and revoked_at is null;
