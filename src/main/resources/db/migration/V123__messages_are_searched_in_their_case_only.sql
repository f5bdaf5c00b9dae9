-- Since one row a case is searched (case_words), only legal holds on words read those of a single message, as seldom as those of a
-- reply: they are split when a hold asks. Each message was split, and stored, a second time for that.
-- contracts: contact.words, which the application has not read since V036, and holds on words do not any more.
create or replace function is_held(i inquiry) returns boolean language sql stable as $$
    select exists (
        select from legal_hold h where h.released_at is null and (
            h.inquiry_number in (i.number, i.merged_into)
            or h.inquiry_number in (select m.number from inquiry m where m.merged_into = i.number)
            or h.person_id = i.person_id
            or h.person_id in (select c.person_id from contact c where c.inquiry_number = i.number)
            or to_tsvector('simple', i.subject) @@ websearch_to_tsquery('simple', h.words)
            or exists (select from contact c where c.inquiry_number = i.number
                       and to_tsvector('simple', coalesce(c.subject, '') || ' ' || left(c.text, 100000))
                           @@ websearch_to_tsquery('simple', h.words))
            or exists (select from reply r where r.inquiry_number = i.number
                       and to_tsvector('simple', left(r.text, 100000)) @@ websearch_to_tsquery('simple', h.words))
            or exists (select from event e where e.inquiry_number = i.number
                       and to_tsvector('simple', left(e.detail, 100000)) @@ websearch_to_tsquery('simple', h.words))))
$$;

alter table contact drop column words;
