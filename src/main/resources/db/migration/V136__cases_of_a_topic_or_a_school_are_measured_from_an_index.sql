-- A narrow scope is worked out from its cases: those of a topic, a school or a department, on some days.
create index case_measure_of_topic on case_measure (topic, day);
create index case_measure_of_school on case_measure (school, day);
create index case_measure_of_department on case_measure (department, day);
