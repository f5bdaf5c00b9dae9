-- What is measured, and what hangs on a case besides, as the tables of V092 go out.

create view export.measures as select
    m.inquiry_number as case_number,
    m.opened_at,
    m.settled_at,
    m.day,
    m.hour,
    m.department,
    m.topic,
    m.school,
    m.language,
    m.channel,
    m.answer as answer_id,
    m.contacts,
    m.settled,
    m.first_contact,
    m.by_answer,
    m.reroutes,
    m.reroute_minutes,
    m.handovers,
    m.reopened,
    m.answered,
    m.answer_minutes,
    m.settle_minutes,
    m.kept as promises_kept,
    m.broken as promises_broken
from case_measure m;
comment on view export.measures is 'One row a case that is in the figures: what docs/measures.md says of it.';
comment on column export.measures.case_number is 'The case; cases that became part of it are measured with it.';
comment on column export.measures.opened_at is 'When it was opened.';
comment on column export.measures.settled_at is 'When it was settled; empty while it is not.';
comment on column export.measures.day is 'The district’s day on which it was opened: where it stands in every figure.';
comment on column export.measures.hour is 'The district’s hour in which it was opened, 0 to 23.';
comment on column export.measures.department is 'Key of the department that has it.';
comment on column export.measures.topic is 'Key of the topic, or empty.';
comment on column export.measures.school is 'Key of the school, or empty.';
comment on column export.measures.language is 'Two-letter code of the language.';
comment on column export.measures.channel is 'How it came first.';
comment on column export.measures.answer_id is 'The approved answer that was given by itself, or empty.';
comment on column export.measures.contacts is 'Counted contacts of the case and of all that became part of it.';
comment on column export.measures.settled is '1 when it is settled.';
comment on column export.measures.first_contact is '1 when it was settled with one contact and never opened again.';
comment on column export.measures.by_answer is '1 when an approved answer alone settled it.';
comment on column export.measures.reroutes is 'How many times staff gave it to another department.';
comment on column export.measures.reroute_minutes is 'Open minutes that it had been with departments that gave it away.';
comment on column export.measures.handovers is 'How many times it changed hands.';
comment on column export.measures.reopened is 'How many times it was opened again.';
comment on column export.measures.answered is '1 when a person has answered.';
comment on column export.measures.answer_minutes is 'Open minutes to the first answer by a person; 0 while there is none.';
comment on column export.measures.settle_minutes is 'Open minutes until it was settled, without the family’s turns; 0 while it is not.';
comment on column export.measures.promises_kept is 'How many promises were kept.';
comment on column export.measures.promises_broken is 'How many were broken.';

create view reporting.measures as select
    x.case_number, x.opened_at, x.settled_at, x.day, x.hour, x.department, x.topic, x.school, x.language, x.channel,
    x.answer_id, x.contacts, x.settled, x.first_contact, x.by_answer, x.reroutes, x.reroute_minutes, x.handovers, x.reopened,
    x.answered, x.answer_minutes, x.settle_minutes, x.promises_kept, x.promises_broken
from export.measures x where exists (select from inquiry i where i.number = x.case_number and not i.confidential);
comment on view reporting.measures is 'One row a case that is in the figures: what docs/measures.md says of it.';
comment on column reporting.measures.case_number is 'The case; cases that became part of it are measured with it.';
comment on column reporting.measures.opened_at is 'When it was opened.';
comment on column reporting.measures.settled_at is 'When it was settled; empty while it is not.';
comment on column reporting.measures.day is 'The district’s day on which it was opened: where it stands in every figure.';
comment on column reporting.measures.hour is 'The district’s hour in which it was opened, 0 to 23.';
comment on column reporting.measures.department is 'Key of the department that has it.';
comment on column reporting.measures.topic is 'Key of the topic, or empty.';
comment on column reporting.measures.school is 'Key of the school, or empty.';
comment on column reporting.measures.language is 'Two-letter code of the language.';
comment on column reporting.measures.channel is 'How it came first.';
comment on column reporting.measures.answer_id is 'The approved answer that was given by itself, or empty.';
comment on column reporting.measures.contacts is 'Counted contacts of the case and of all that became part of it.';
comment on column reporting.measures.settled is '1 when it is settled.';
comment on column reporting.measures.first_contact is '1 when it was settled with one contact and never opened again.';
comment on column reporting.measures.by_answer is '1 when an approved answer alone settled it.';
comment on column reporting.measures.reroutes is 'How many times staff gave it to another department.';
comment on column reporting.measures.reroute_minutes is 'Open minutes that it had been with departments that gave it away.';
comment on column reporting.measures.handovers is 'How many times it changed hands.';
comment on column reporting.measures.reopened is 'How many times it was opened again.';
comment on column reporting.measures.answered is '1 when a person has answered.';
comment on column reporting.measures.answer_minutes is 'Open minutes to the first answer by a person; 0 while there is none.';
comment on column reporting.measures.settle_minutes is 'Open minutes until it was settled, without the family’s turns; 0 while it is not.';
comment on column reporting.measures.promises_kept is 'How many promises were kept.';
comment on column reporting.measures.promises_broken is 'How many were broken.';

create view export.reroutes as select
    r.event_id,
    r.inquiry_number as case_number,
    r.day,
    r.from_department,
    r.to_department,
    r.minutes
from reroute r;
comment on view export.reroutes is 'One row each time staff gave a case to another department.';
comment on column export.reroutes.event_id is 'The event that did it.';
comment on column export.reroutes.case_number is 'The case.';
comment on column export.reroutes.day is 'The district’s day on which it happened.';
comment on column export.reroutes.from_department is 'Key of the department that gave it away.';
comment on column export.reroutes.to_department is 'Key of the department that has got it.';
comment on column export.reroutes.minutes is 'Open minutes that it had been with the first.';

create view reporting.reroutes as select
    x.event_id, x.case_number, x.day, x.from_department, x.to_department, x.minutes
from export.reroutes x where exists (select from inquiry i where i.number = x.case_number and not i.confidential);
comment on view reporting.reroutes is 'One row each time staff gave a case to another department.';
comment on column reporting.reroutes.event_id is 'The event that did it.';
comment on column reporting.reroutes.case_number is 'The case.';
comment on column reporting.reroutes.day is 'The district’s day on which it happened.';
comment on column reporting.reroutes.from_department is 'Key of the department that gave it away.';
comment on column reporting.reroutes.to_department is 'Key of the department that has got it.';
comment on column reporting.reroutes.minutes is 'Open minutes that it had been with the first.';

create view export.files as select
    a.id as file_id,
    coalesce(c.inquiry_number, r.inquiry_number) as case_number,
    coalesce(c.at, r.created_at) as at,
    a.contact_id,
    a.reply_id,
    a.media_type,
    a.size,
    a.scan,
    a.name
from attachment a left join contact c on c.id = a.contact_id left join reply r on r.id = a.reply_id;
comment on view export.files is 'One row a file that came with a contact or went with a reply, without what is in it.';
comment on column export.files.file_id is 'Number of the file.';
comment on column export.files.case_number is 'The case.';
comment on column export.files.at is 'When the contact arrived, or the reply was written.';
comment on column export.files.contact_id is 'The contact that brought it; empty for ours.';
comment on column export.files.reply_id is 'The reply that it went with; empty for theirs.';
comment on column export.files.media_type is 'Its type, judged by its content.';
comment on column export.files.size is 'In bytes.';
comment on column export.files.scan is 'What the virus scanner says: WAITING, CLEAN or INFECTED.';
comment on column export.files.name is 'Its name. May hold anybody’s words.';

create view reporting.files as select
    x.file_id, x.case_number, x.at, x.contact_id, x.reply_id, x.media_type, x.size, x.scan
from export.files x where exists (select from inquiry i where i.number = x.case_number and not i.confidential);
comment on view reporting.files is 'One row a file that came with a contact or went with a reply, without what is in it.';
comment on column reporting.files.file_id is 'Number of the file.';
comment on column reporting.files.case_number is 'The case.';
comment on column reporting.files.at is 'When the contact arrived, or the reply was written.';
comment on column reporting.files.contact_id is 'The contact that brought it; empty for ours.';
comment on column reporting.files.reply_id is 'The reply that it went with; empty for theirs.';
comment on column reporting.files.media_type is 'Its type, judged by its content.';
comment on column reporting.files.size is 'In bytes.';
comment on column reporting.files.scan is 'What the virus scanner says: WAITING, CLEAN or INFECTED.';

create view export.alerts as select
    a.id as alert_id,
    a.inquiry_number as case_number,
    a.at,
    a.acknowledged_at,
    a.closed_at,
    a.category,
    a.outcome,
    a.missed
from alert a where not a.drill;
comment on view export.alerts is 'One row each time something called a person at once.';
comment on column export.alerts.alert_id is 'Number of the alert.';
comment on column export.alerts.case_number is 'The case.';
comment on column export.alerts.at is 'When it was raised.';
comment on column export.alerts.acknowledged_at is 'When somebody had it; empty before.';
comment on column export.alerts.closed_at is 'When it was over; empty before.';
comment on column export.alerts.category is 'What it was about, by the safety rules.';
comment on column export.alerts.outcome is 'REAL or FALSE; empty before it was said.';
comment on column export.alerts.missed is 'True where a person found it and the safety net had not.';
