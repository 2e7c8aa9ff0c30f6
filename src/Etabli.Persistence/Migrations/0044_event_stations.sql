-- Which stations have events of a kind: asked on every page, and half a million rows need not be read for forty names.
create table plant.event_station (
  organisation uuid not null references people.organisation (id),
  kind text not null,
  station text not null,
  primary key (organisation, kind, station)
);
call etabli.protect_by_organisation('plant.event_station');
insert into plant.event_station select distinct organisation, kind, station from plant.event;

-- What a period comes to is added up from the index alone.
create index on plant.event (organisation, kind, day) include (minutes, quantity);
drop index plant.event_organisation_kind_station_day_idx;
create index on plant.event (organisation, kind, station, day) include (minutes, quantity);
