-- A file goes with the answer it was put to: one that waits for approval, or else what its writer is writing.
alter table draft_file add column proposal_id bigint references proposal on delete cascade;
create index draft_file_of_proposal on draft_file (proposal_id) where proposal_id is not null;
