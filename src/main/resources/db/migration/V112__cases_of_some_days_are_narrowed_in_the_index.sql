-- The figures of one topic or school read its cases of so many days: found in the index, without looking at all the others.
create index case_measure_by_day_narrowed on case_measure (day, topic, school, language, channel);
drop index case_measure_by_day;
