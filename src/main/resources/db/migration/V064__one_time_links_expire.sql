-- A link by which somebody sets a password works for a week, one that an administrator made for a lost password for a day.
alter table staff add column invitation_expires timestamptz;
update staff set invitation_expires = now() + interval '7 days' where invitation is not null;

-- Whom the district's own log-in vouched for: the same address may be somebody else's next year, the subject never is.
alter table staff
    add column issuer  text,
    add column subject text,
    add constraint staff_vouched_for unique (issuer, subject);
