-- Who hears of broken promises leads or owns a department: from now on they hear of these two as well, until they wish otherwise.
update wish set kinds = kinds || array['RISING', 'ROOT_CAUSE'] where 'BROKEN' = any(kinds);
