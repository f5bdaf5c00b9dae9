-- Searching one row a case is many times faster than searching messages. It holds the words of the subject, the name, what
-- the family wrote, what was answered and what staff noted.

-- Words as people type them in a hurry: no capitals, no accents, no marks; every character of a language written without
-- spaces is a word of its own, so that a part of a sentence is found as a phrase. The ranges are written out, because what
-- counts as a letter otherwise depends on how the database was made.
create function plain_words(text text) returns text immutable parallel safe language sql as $$
    select regexp_replace(
        regexp_replace(
            lower(translate(
                regexp_replace(normalize(left(text, 100000), NFKD), '[\u0300-\u036f\u0640\u064b-\u065f\u0670''\u2019\u02bc]', '', 'g'),
                'ĐđŁłØøıАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЄҐ', 'ddllooiабвгдежзиклмнопрстуфхцчшщъыьэюяієґ')),
            '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u060c\u061b\u061f\u066a-\u066d\u2000-\u2bff\u3000-\u303f\ufe30-\ufe6f]+', ' ', 'g'),
        '([\u2e80-\u2fdf\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g')
$$;

-- One word or phrase that is looked for; with beginning, its last word may go on.
create function words_wanted(term text, beginning boolean) returns tsquery immutable parallel safe language sql as $$
    select case when beginning and wanted::text <> '' then (wanted::text || ':*')::tsquery else wanted end
    from phraseto_tsquery('simple', plain_words(term)) wanted
$$;

create table case_words (
    inquiry_number bigint primary key references inquiry on delete cascade,
    -- the owner's and those that have a part of it
    departments    text[]   not null,
    words          tsvector not null
);

create function words_of(text text) returns tsvector immutable parallel safe language sql as $$
    select to_tsvector('simple', plain_words(text))
$$;

-- From the beginning, for what is more than one message more.
create function gather_words(wanted bigint[]) returns void language sql as $$
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
    on conflict (inquiry_number) do update set departments = excluded.departments, words = excluded.words
$$;

-- One message more. What no longer fits (PostgreSQL allows a megabyte) is not found; the case is, by all the rest.
create function add_words(number bigint, more text) returns void language plpgsql as $$
begin
    update case_words set words = words || words_of(more)
    where inquiry_number = number and length(words) < 30000;
end $$;

create function inquiry_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into case_words (inquiry_number, departments, words)
        select new.number, array[new.department], words_of(concat_ws(' ', new.subject, p.name))
        from person p where p.id = new.person_id;
    else
        perform gather_words(array[new.number]);
    end if;
    return null;
end $$;
create trigger inquiry_has_words after insert on inquiry for each row execute function inquiry_words();
create trigger inquiry_has_other_words after update on inquiry
    for each row when ((old.department, old.subject, old.person_id) is distinct from (new.department, new.subject, new.person_id))
    execute function inquiry_words();

create function message_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if tg_table_name = 'contact' then
            perform add_words(new.inquiry_number, coalesce(new.subject, '') || ' ' || new.text);
        elsif tg_table_name = 'reply' then
            perform add_words(new.inquiry_number, new.text);
        else
            perform add_words(new.inquiry_number, new.detail);
        end if;
    elsif tg_op = 'DELETE' then
        perform gather_words(array[old.inquiry_number]);
    else
        perform gather_words(array[old.inquiry_number, new.inquiry_number]);
    end if;
    return null;
end $$;
create trigger contact_has_words after insert or delete on contact for each row execute function message_words();
create trigger contact_has_other_words after update on contact
    for each row when ((old.inquiry_number, old.subject, old.text) is distinct from (new.inquiry_number, new.subject, new.text))
    execute function message_words();
create trigger reply_has_words after insert or delete on reply for each row execute function message_words();
create trigger reply_has_other_words after update on reply
    for each row when ((old.inquiry_number, old.text) is distinct from (new.inquiry_number, new.text))
    execute function message_words();
create trigger note_has_words after insert on event for each row when (new.kind = 'NOTED') execute function message_words();
create trigger note_is_gone after delete on event for each row when (old.kind = 'NOTED') execute function message_words();
create trigger note_has_other_words after update on event
    for each row when (old.kind = 'NOTED' and (old.inquiry_number, old.detail) is distinct from (new.inquiry_number, new.detail))
    execute function message_words();

create function part_words() returns trigger language plpgsql as $$
begin
    perform gather_words(array[case when tg_op = 'DELETE' then old.inquiry_number else new.inquiry_number end]);
    return null;
end $$;
create trigger part_is_found after insert or delete on part for each row execute function part_words();

create function person_words() returns trigger language plpgsql as $$
begin
    perform gather_words(array(select number from inquiry where person_id = new.id));
    return null;
end $$;
create trigger person_is_found after update on person
    for each row when (old.name is distinct from new.name) execute function person_words();

select gather_words(array(select number from inquiry));
create index case_words_found on case_words using gin (departments, words);

-- A telephone number by its last digits.
create index address_by_last_digits on address (reverse(value) text_pattern_ops) where kind = 'PHONE';

-- Nothing of this version looks there any more; the column goes when no replica of the version before runs.
drop index contact_by_words;
