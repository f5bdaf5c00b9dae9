-- Where a case's first words lie among meanings: a direction, a byte a dimension. A row of its own, so that neither lists
-- nor counts read it; a case without one is compared by its letters alone.
create table gist (
    inquiry_number bigint primary key references inquiry on delete cascade,
    direction      bytea not null
);
