-- What families ask about most just now: the cases of the last days are counted without reading the cases themselves.
create index inquiry_asked_lately on inquiry (opened_at) include (topic, school, person_id) where topic is not null;
