-- Edited rules are taken over only where the rules they were tried out over are in force still: else they would do what nobody has
-- seen, and undo what others have changed since. Empty for those tried out before; they are tried out again.
alter table rules_trial add column tried_over text not null default '';
