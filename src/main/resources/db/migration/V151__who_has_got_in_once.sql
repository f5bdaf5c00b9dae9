-- When somebody first set a password or came by single sign-on; a password that is lost later makes a new invitation.
alter table staff add column entered_at timestamptz;
update staff set entered_at = now() where invitation is null;
