-- The cases are asked for once, not for each row of all that are searched.
create or replace function add_words(number bigint, more text) returns void language plpgsql as $$
declare
    one bigint;
begin
    foreach one in array part_of(number) loop
        update case_words set words = words || words_of(more)
        where inquiry_number = one and length(words) < 30000;
    end loop;
end $$;
