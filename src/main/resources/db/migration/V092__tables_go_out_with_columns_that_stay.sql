-- Every table as it goes out of the house: columns that stay as they are named, each with what it means. What can be exported
-- at the desk, the views of the schema reporting, and docs/exports.md all come from these views.
create schema if not exists export;

create view export.cases as select
    i.number as case_number,
    i.opened_at,
    i.resolved_at,
    i.status,
    i.department,
    i.topic,
    i.kind,
    i.priority,
    i.urgency,
    i.distress,
    i.language,
    i.school,
    (select c.channel from contact c where c.inquiry_number = i.number order by c.at, c.id limit 1) as channel,
    i.contacts,
    i.first_answered_at,
    i.waiting_since,
    i.answer_due_at,
    i.resolution_due_at,
    i.assignee_id as staff_id,
    i.person_id,
    i.confidential,
    i.safety,
    i.merged_into as part_of,
    i.confidence,
    i.tags,
    i.subject
from inquiry i;
comment on view export.cases is 'One row a case: the matter that one or more contacts are about.';
comment on column export.cases.case_number is 'Number of the case, as people know it.';
comment on column export.cases.opened_at is 'When its first message arrived.';
comment on column export.cases.resolved_at is 'When it was settled; empty while it is not.';
comment on column export.cases.status is 'OPEN: the district owes something. WAITING: the family has been answered. RESOLVED: settled.';
comment on column export.cases.department is 'Key of the department that has it.';
comment on column export.cases.topic is 'Key of the topic; empty when nobody could tell.';
comment on column export.cases.kind is 'What the first message is: QUESTION, CONCERN, COMPLAINT, COMPLIMENT, SUGGESTION, THANKS and so on.';
comment on column export.cases.priority is 'NORMAL, HIGH or URGENT.';
comment on column export.cases.urgency is 'How pressing the most pressing message is: NONE, SOON or NOW.';
comment on column export.cases.distress is 'True when any message was written in distress.';
comment on column export.cases.language is 'Two-letter code of the language the family writes (ISO 639-1), und where it is not known.';
comment on column export.cases.school is 'Key of the school; empty where none was named.';
comment on column export.cases.channel is 'How the first message came: WEB, SMS, EMAIL or PHONE.';
comment on column export.cases.contacts is 'How many times the family had to make contact.';
comment on column export.cases.first_answered_at is 'When a person first answered; empty before.';
comment on column export.cases.waiting_since is 'Since when the family has been waiting for the district; empty while it is not.';
comment on column export.cases.answer_due_at is 'By when the next answer is promised; empty where none is owed.';
comment on column export.cases.resolution_due_at is 'By when it is promised to be settled; empty where nothing is promised.';
comment on column export.cases.staff_id is 'Who works on it; empty for nobody.';
comment on column export.cases.person_id is 'Who wrote first.';
comment on column export.cases.confidential is 'True when only those named on it may see it.';
comment on column export.cases.safety is 'True once something in it called a person at once.';
comment on column export.cases.part_of is 'Number of the case it has become part of; empty for a case of its own.';
comment on column export.cases.confidence is 'How sure the reading was that led to the department, 0 to 1.';
comment on column export.cases.tags is 'What staff and rules have tagged it with.';
comment on column export.cases.subject is 'Its subject, or how the first message begins. The family’s words.';

create view export.contacts as select
    c.id as contact_id,
    c.inquiry_number as case_number,
    c.at,
    c.channel,
    c.counts,
    c.person_id,
    c.address,
    c.subject,
    c.text
from contact c;
comment on view export.contacts is 'One row each time somebody reached the district.';
comment on column export.contacts.contact_id is 'Number of the contact.';
comment on column export.contacts.case_number is 'The case that it came to.';
comment on column export.contacts.at is 'When it arrived.';
comment on column export.contacts.channel is 'WEB, SMS, EMAIL or PHONE (a call or a visit that staff wrote down).';
comment on column export.contacts.counts is 'True when the family had to make it: thanks, automatic mail and answers to our own questions do not count.';
comment on column export.contacts.person_id is 'Who wrote.';
comment on column export.contacts.address is 'The address it came from. Personal.';
comment on column export.contacts.subject is 'Subject of a mail. The family’s words.';
comment on column export.contacts.text is 'What was written or said. The family’s words.';

create view export.replies as select
    r.id as reply_id,
    r.inquiry_number as case_number,
    r.created_at,
    r.sent_at,
    r.channel,
    r.state,
    r.automatic,
    r.answer_id,
    r.answer_version,
    r.staff_id,
    r.author,
    r.address,
    r.text,
    r.error
from reply r where not r.code;
comment on view export.replies is 'One row a message that the district sent, by each way.';
comment on column export.replies.reply_id is 'Number of the reply.';
comment on column export.replies.case_number is 'The case that it belongs to.';
comment on column export.replies.created_at is 'When it was written.';
comment on column export.replies.sent_at is 'When it left; empty before.';
comment on column export.replies.channel is 'WEB (shown on the page of the case), SMS or EMAIL.';
comment on column export.replies.state is 'QUEUED, CLAIMED (being sent just now), SENT, DELIVERED or FAILED.';
comment on column export.replies.automatic is 'True when no person wrote or released it.';
comment on column export.replies.answer_id is 'The approved answer it was taken from; empty for none.';
comment on column export.replies.answer_version is 'The version of that answer’s text.';
comment on column export.replies.staff_id is 'Who wrote it; empty for nobody.';
comment on column export.replies.author is 'Name of who wrote it.';
comment on column export.replies.address is 'Where it went. Personal.';
comment on column export.replies.text is 'What was written.';
comment on column export.replies.error is 'Why it did not leave; empty while nothing went wrong.';

create view export.events as select
    e.id as event_id,
    e.inquiry_number as case_number,
    e.at,
    e.kind,
    e.staff_id,
    e.actor,
    e.detail
from event e;
comment on view export.events is 'One row for everything that happened to a case: the audit trail.';
comment on column export.events.event_id is 'Number of the event.';
comment on column export.events.case_number is 'The case that it happened to.';
comment on column export.events.at is 'When.';
comment on column export.events.kind is 'What happened: ROUTED, REPLIED, RESOLVED, REOPENED, MERGED and so on.';
comment on column export.events.staff_id is 'Who did it; empty for the family and for RightDoor itself.';
comment on column export.events.actor is 'Who or what did it, as people read it.';
comment on column export.events.detail is 'What comes with it, such as a reason. May hold anybody’s words.';

create view export.parts as select
    p.id as part_id,
    p.inquiry_number as case_number,
    p.created_at,
    p.done_at,
    p.department,
    p.topic,
    p.text
from part p;
comment on view export.parts is 'One row a part of a case that another department answers.';
comment on column export.parts.part_id is 'Number of the part.';
comment on column export.parts.case_number is 'The case.';
comment on column export.parts.created_at is 'When the department was given it.';
comment on column export.parts.done_at is 'When it was settled; empty before.';
comment on column export.parts.department is 'Key of the department that has the part.';
comment on column export.parts.topic is 'Key of the topic, or empty.';
comment on column export.parts.text is 'What is theirs. The family’s words.';

create view export.consultations as select
    q.id as consultation_id,
    q.inquiry_number as case_number,
    q.asked_at,
    q.ended_at,
    q.department,
    q.question
from consultation q;
comment on view export.consultations is 'One row each time another department was asked something.';
comment on column export.consultations.consultation_id is 'Number of the consultation.';
comment on column export.consultations.case_number is 'The case.';
comment on column export.consultations.asked_at is 'When it was asked.';
comment on column export.consultations.ended_at is 'When it had answered or was not needed any more; empty before.';
comment on column export.consultations.department is 'Key of the department that was asked.';
comment on column export.consultations.question is 'What was asked.';

create view export.clarifications as select
    q.inquiry_number as case_number,
    q.asked_at,
    q.answered_at,
    q.departments,
    q.choice
from clarification q;
comment on view export.clarifications is 'One row a family that was asked for which of two departments its message is.';
comment on column export.clarifications.case_number is 'The case.';
comment on column export.clarifications.asked_at is 'When it was asked.';
comment on column export.clarifications.answered_at is 'When it answered; empty before.';
comment on column export.clarifications.departments is 'Keys of the two departments.';
comment on column export.clarifications.choice is 'Key of the one it chose; empty for neither.';

create view export.promises as select
    p.id as promise_id,
    p.inquiry_number as case_number,
    p.made_at,
    p.due_at,
    p.ended_at,
    p.broken_at,
    p.kind,
    p.department,
    p.staff_id,
    p.text
from promise p;
comment on view export.promises is 'One row a promise, and how it went.';
comment on column export.promises.promise_id is 'Number of the promise.';
comment on column export.promises.case_number is 'The case.';
comment on column export.promises.made_at is 'When it was made.';
comment on column export.promises.due_at is 'By when it was to be kept; empty while the family has to say something first.';
comment on column export.promises.ended_at is 'When it was kept, or was not owed any more; empty while it runs.';
comment on column export.promises.broken_at is 'When it was broken; empty where it was not.';
comment on column export.promises.kind is 'FIRST_ANSWER, NEXT_ANSWER, RESOLUTION or FOLLOW_UP (what staff promised).';
comment on column export.promises.department is 'Key of the department that owes it.';
comment on column export.promises.staff_id is 'Who promised; empty for what the district promises to all.';
comment on column export.promises.text is 'What staff promised.';

create view export.surveys as select
    s.inquiry_number as case_number,
    s.sent_at,
    s.answered_at,
    s.courtesy,
    s.timeliness,
    s.solved,
    s.heard,
    s.withheld,
    s.comment
from survey s;
comment on view export.surveys is 'One row a case whose family was asked about the help, or spoke of it.';
comment on column export.surveys.case_number is 'The case.';
comment on column export.surveys.sent_at is 'When the family was asked; empty where it was not.';
comment on column export.surveys.answered_at is 'When it said its first word; empty before.';
comment on column export.surveys.courtesy is 'How courteous we were, 1 to 5; empty where it was not said, as in the next three.';
comment on column export.surveys.timeliness is 'How quick we were, 1 to 5.';
comment on column export.surveys.solved is 'Whether the matter is settled.';
comment on column export.surveys.heard is 'Whether the family felt heard.';
comment on column export.surveys.withheld is 'Why nobody was asked; empty where somebody was.';
comment on column export.surveys.comment is 'What it added. The family’s words.';

create view export.answer_verdicts as select
    v.inquiry_number as case_number,
    v.at,
    v.answer_id,
    v.helped,
    v.staff_id
from answer_verdict v;
comment on view export.answer_verdicts is 'One row a case that was given an approved answer of which somebody said whether it helped.';
comment on column export.answer_verdicts.case_number is 'The case.';
comment on column export.answer_verdicts.at is 'When it was said.';
comment on column export.answer_verdicts.answer_id is 'The approved answer.';
comment on column export.answer_verdicts.helped is 'Whether it helped.';
comment on column export.answer_verdicts.staff_id is 'Who said so; empty for the family.';

create view export.answer_opinions as select
    o.id as opinion_id,
    o.at,
    o.answer_id,
    o.version as answer_version,
    o.language,
    o.helped
from answer_opinion o;
comment on view export.answer_opinions is 'One row a reader of a page with an approved answer who said whether it helped.';
comment on column export.answer_opinions.opinion_id is 'Number of the opinion.';
comment on column export.answer_opinions.at is 'When it was said.';
comment on column export.answer_opinions.answer_id is 'The approved answer.';
comment on column export.answer_opinions.answer_version is 'The version of its text.';
comment on column export.answer_opinions.language is 'The language in which it was read.';
comment on column export.answer_opinions.helped is 'Whether it helped.';

create view export.answer_texts as select
    a.answer_id,
    a.version as answer_version,
    a.language,
    a.first_given_at,
    a.text
from answer_version a;
comment on view export.answer_texts is 'One row a version of an approved answer in one language, as it was given.';
comment on column export.answer_texts.answer_id is 'The approved answer.';
comment on column export.answer_texts.answer_version is 'The version of its text.';
comment on column export.answer_texts.language is 'The language.';
comment on column export.answer_texts.first_given_at is 'When that version was first given.';
comment on column export.answer_texts.text is 'The text.';

create view export.people as select
    p.id as person_id,
    p.created_at,
    p.role,
    p.language,
    p.name,
    array(select a.value from address a where a.person_id = p.id order by a.id) as addresses
from person p;
comment on view export.people is 'One row a person who wrote.';
comment on column export.people.person_id is 'Number of the person.';
comment on column export.people.created_at is 'When the person first wrote.';
comment on column export.people.role is 'PARENT, STUDENT, STAFF or COMMUNITY; empty while nobody has said.';
comment on column export.people.language is 'Two-letter code of the language, und where it is not known.';
comment on column export.people.name is 'The name. Personal.';
comment on column export.people.addresses is 'E-mail addresses and telephone numbers. Personal.';

create view export.staff as select
    s.id as staff_id,
    s.departments,
    s.roles,
    s.active,
    s.name
from staff s;
comment on view export.staff is 'One row a member of staff.';
comment on column export.staff.staff_id is 'Number of the member of staff.';
comment on column export.staff.departments is 'Keys of the departments.';
comment on column export.staff.roles is 'The roles.';
comment on column export.staff.active is 'False for who has left.';
comment on column export.staff.name is 'The name.';
