-- The statement that stores new cases (intake.Newcomers) brings their words itself, of all that it stores at once: to gather them
-- case by case was half of what a question cost the database. It says so for its own transaction: set local rightdoor.words =
-- 'brought'. The version before says 'gathered' (V076).
create or replace function inquiry_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and current_setting('rightdoor.words', true) = 'brought' then return null; end if;
    if tg_op = 'INSERT' and current_setting('rightdoor.words', true) is distinct from 'gathered' then
        insert into case_words (inquiry_number, departments, words)
        select new.number, array[new.department], words_of(concat_ws(' ', new.subject, p.name))
        from person p where p.id = new.person_id;
    else
        perform gather_words(array[new.number]);
    end if;
    return null;
end $$;

create or replace function message_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if current_setting('rightdoor.words', true) in ('gathered', 'brought') then return null; end if;
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
