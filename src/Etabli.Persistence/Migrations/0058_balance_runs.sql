-- Searches for a balance of a line: who asked what, how far it is, what it found.
create table studies.balance_run (
  id uuid primary key,
  study uuid not null references studies.study (id),
  organisation uuid not null references people.organisation (id),
  revision integer not null,
  goal text not null,
  stations integer check (stations > 0),
  takt_seconds numeric check (takt_seconds > 0),
  limit_seconds integer not null check (limit_seconds > 0),
  person uuid not null references people.person (id),
  by_code text not null,
  stage text not null,
  tries integer not null default 0,
  best_stations integer,
  best_cycle numeric,
  bound numeric,
  nodes bigint not null default 0,
  answer jsonb not null default '[]',
  outcome text,
  conflict jsonb not null default '[]',
  kept_as integer,
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
create index on studies.balance_run (study, asked_at desc);
create index on studies.balance_run (person) where stage in ('Asked', 'Running');
call etabli.protect_by_organisation('studies.balance_run');
