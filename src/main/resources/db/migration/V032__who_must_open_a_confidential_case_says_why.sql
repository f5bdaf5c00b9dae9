-- An administrator who must open a confidential case gives a reason, and is named on it for a short time.
alter table named_on_case
    add column until  timestamptz,
    add column reason text,
    add constraint a_short_look_has_a_reason check ((until is null) = (reason is null));
