-- For a session by the district's own log-in: the provider's name for its session, by which it says that it has ended
-- (OpenID Connect Back-Channel Logout 1.0), and what it wants to see when somebody leaves, locked.
alter table staff_session add column provider_session text, add column way_out text;
create index staff_session_of_provider on staff_session (provider_session) where provider_session is not null;
