-- What happens at the stations of a plant: stops, scrap. Many rows, read by kind, period, station and cause.
create table plant.event_import (
  id uuid primary key,
  organisation uuid not null references people.organisation (id),
  kind text not null,
  "from" text not null,
  events integer not null,
  by_code text not null,
  at timestamptz not null
);
create index on plant.event_import (organisation, at desc);
call etabli.protect_by_organisation('plant.event_import');

create table plant.event (
  organisation uuid not null references people.organisation (id),
  kind text not null,
  code text not null check (length(code) between 1 and 80),
  day date not null,
  begun time,
  shift text not null,
  station text not null check (length(station) between 1 and 120),
  cause text not null check (length(cause) between 1 and 120),
  class text not null,
  quantity integer not null check (quantity >= 0),
  minutes numeric check (minutes >= 0),
  cost numeric check (cost >= 0),
  import uuid not null,
  primary key (organisation, kind, code)
);
create index on plant.event (organisation, kind, day desc, code desc);
create index on plant.event (organisation, kind, station, day);
create index on plant.event (import);
call etabli.protect_by_organisation('plant.event');
