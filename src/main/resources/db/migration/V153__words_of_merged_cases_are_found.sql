-- A case is found by the words of all that has become part of it, by the names of all their families, and not by its own alone.

-- The case and all that it has become part of, the nearest first. Those are locked in that order, as whoever writes into a merged
-- case locks them: two who write into one family's cases at once wait for each other, and neither for ever.
create function part_of(which bigint) returns bigint[] language plpgsql as $$
declare
    found bigint[] := array[which];
    above bigint := (select i.merged_into from inquiry i where i.number = which);
begin
    while above is not null loop
        found := found || above;
        select i.merged_into into above from inquiry i where i.number = above for no key update;
    end loop;
    return found;
end $$;

-- Of exactly these cases.
create function gather_own_words(wanted bigint[]) returns void language sql as $$
    insert into case_words (inquiry_number, departments, words)
    select i.number,
           i.department || array(select s.department from part s where s.inquiry_number = i.number),
           words_of(left(concat_ws(' ', i.subject, p.name,
               (select string_agg(concat_ws(' ', m.subject, q.name), ' ' order by m.number)
                from inquiry m join person q on q.id = m.person_id where m.number = any(whole.numbers) and m.number <> i.number),
               (select string_agg(coalesce(c.subject, '') || ' ' || left(c.text, 100000), ' ' order by c.id)
                from contact c where c.inquiry_number = any(whole.numbers)),
               (select string_agg(r.text, ' ' order by r.id) from reply r where r.inquiry_number = any(whole.numbers)),
               (select string_agg(e.detail, ' ' order by e.id) from event e
                where e.inquiry_number = any(whole.numbers) and e.kind = 'NOTED')), 400000))
    from inquiry i join person p on p.id = i.person_id
    cross join lateral (select array(select whole_of(i.number)) as numbers) whole
    where i.number = any(wanted)
    on conflict (inquiry_number) do update set departments = excluded.departments, words = excluded.words
$$;

create or replace function gather_words(wanted bigint[]) returns void language sql as $$
    select gather_own_words(array(select distinct n from unnest(wanted) w(number), unnest(part_of(w.number)) as o(n)
                                  where w.number is not null order by n))
$$;

create or replace function add_words(number bigint, more text) returns void language plpgsql as $$
begin
    update case_words set words = words || words_of(more)
    where inquiry_number = any(part_of(number)) and length(words) < 30000;
end $$;

create or replace function inquiry_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if current_setting('rightdoor.words', true) = 'brought' then return null; end if;
        if current_setting('rightdoor.words', true) is distinct from 'gathered' then
            insert into case_words (inquiry_number, departments, words)
            select new.number, array[new.department], words_of(concat_ws(' ', new.subject, p.name))
            from person p where p.id = new.person_id;
        else
            perform gather_words(array[new.number]);
        end if;
    else
        perform gather_words(array[new.number, old.merged_into]);
    end if;
    return null;
end $$;

drop trigger inquiry_has_other_words on inquiry;
create trigger inquiry_has_other_words after update on inquiry
    for each row when ((old.department, old.subject, old.person_id, old.merged_into)
        is distinct from (new.department, new.subject, new.person_id, new.merged_into))
    execute function inquiry_words();

select gather_words(array(select number from inquiry where merged_into is not null));
