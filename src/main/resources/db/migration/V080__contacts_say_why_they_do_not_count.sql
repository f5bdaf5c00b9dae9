-- Why a contact was left out of the count when it came; staff may say otherwise, and then the two differ.
alter table contact add column left_out text
    check (left_out in ('THANKS', 'AUTOMATIC', 'DUPLICATE', 'CHOICE', 'STAFF'));
