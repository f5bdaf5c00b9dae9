-- A function in SQL is planned anew at each call, which took longer than gathering the words does; one in PL/pgSQL keeps its
-- plan as long as the connection lasts.
create or replace function gather_words(wanted bigint[]) returns void language plpgsql as $$
begin
    insert into case_words (inquiry_number, departments, words)
    select i.number,
           i.department || array(select s.department from part s where s.inquiry_number = i.number),
           words_of(left(concat_ws(' ', i.subject, p.name,
               (select string_agg(coalesce(c.subject, '') || ' ' || left(c.text, 100000), ' ' order by c.id)
                from contact c where c.inquiry_number = i.number),
               (select string_agg(r.text, ' ' order by r.id) from reply r where r.inquiry_number = i.number),
               (select string_agg(e.detail, ' ' order by e.id) from event e
                where e.inquiry_number = i.number and e.kind = 'NOTED')), 400000))
    from inquiry i join person p on p.id = i.person_id
    where i.number = any(wanted)
    on conflict (inquiry_number) do update set departments = excluded.departments, words = excluded.words;
end $$;
