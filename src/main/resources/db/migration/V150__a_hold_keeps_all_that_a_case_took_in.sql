-- A hold on a person, on words or on a number keeps the whole case of which a held one has become part, however often merged.
create or replace function is_held(i inquiry) returns boolean language sql stable as $$
    select exists (
        select from legal_hold h where h.released_at is null and (h.inquiry_number = i.merged_into or exists (
            select from whole_of(i.number) as w(number) join inquiry m on m.number = w.number
            where h.inquiry_number = m.number
                or h.person_id = m.person_id
                or h.person_id in (select c.person_id from contact c where c.inquiry_number = m.number)
                or to_tsvector('simple', m.subject) @@ websearch_to_tsquery('simple', h.words)
                or exists (select from contact c where c.inquiry_number = m.number
                           and to_tsvector('simple', coalesce(c.subject, '') || ' ' || left(c.text, 100000))
                               @@ websearch_to_tsquery('simple', h.words))
                or exists (select from reply r where r.inquiry_number = m.number
                           and to_tsvector('simple', left(r.text, 100000)) @@ websearch_to_tsquery('simple', h.words))
                or exists (select from event e where e.inquiry_number = m.number
                           and to_tsvector('simple', left(e.detail, 100000)) @@ websearch_to_tsquery('simple', h.words)))))
$$;

-- The case at the end of all merging.
create function survivor_of(which bigint) returns bigint stable language sql as $$
    with recursive up(number, above) as (
        select number, merged_into from inquiry where number = which
        union all select i.number, i.merged_into from inquiry i join up u on i.number = u.above)
    select number from up where above is null
$$;
