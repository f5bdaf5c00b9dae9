-- Every minute the lately settled ones are looked for; without it that reads all cases.
create index inquiry_settled on inquiry (resolved_at) where status = 'RESOLVED' and merged_into is null;
