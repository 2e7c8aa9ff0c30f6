-- The class a plant gives to each cause of stops: which time of the TRS it is taken from.
create table plant.stop_cause (
  organisation uuid not null references people.organisation (id),
  cause text not null check (length(cause) between 1 and 120),
  kind text not null,
  by_code text not null,
  at timestamptz not null,
  primary key (organisation, cause)
);
call etabli.protect_by_organisation('plant.stop_cause');
