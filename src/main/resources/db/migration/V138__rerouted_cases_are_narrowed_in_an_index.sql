-- Where the cases of a channel or a school were sent on, without looking at all others.
create index case_measure_rerouted on case_measure (day, inquiry_number, topic, school, language, channel) where rerouted > 0;
