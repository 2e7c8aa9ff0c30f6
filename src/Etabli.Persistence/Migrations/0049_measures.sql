-- Measures as they were recorded: any table of the plant, row by row. Many rows, read in their order.
create table plant.measure_table (
  id uuid primary key,
  organisation uuid not null references people.organisation (id),
  name text not null check (length(name) between 1 and 120),
  columns jsonb not null check (jsonb_typeof(columns) = 'array'),
  key text,
  rows bigint not null default 0 check (rows >= 0),
  next bigint not null default 1,
  by_code text not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  unique (organisation, name)
);
call etabli.protect_by_organisation('plant.measure_table');

create table plant.measure_import (
  id uuid primary key,
  "table" uuid not null references plant.measure_table (id) on delete cascade,
  organisation uuid not null references people.organisation (id),
  "from" text not null,
  content text not null,
  rows integer not null,
  by_code text not null,
  at timestamptz not null
);
create index on plant.measure_import ("table", at desc);
call etabli.protect_by_organisation('plant.measure_import');

create table plant.measure_row (
  "table" uuid not null references plant.measure_table (id) on delete cascade,
  number bigint not null,
  organisation uuid not null,
  key text,
  cells text[] not null,
  import uuid not null,
  primary key ("table", number),
  unique ("table", key)
);
create index on plant.measure_row (import);
call etabli.protect_by_organisation('plant.measure_row');

create table plant.measure_correction (
  id uuid primary key,
  "table" uuid not null references plant.measure_table (id) on delete cascade,
  organisation uuid not null references people.organisation (id),
  row bigint not null,
  "column" integer not null,
  before text not null,
  after text not null,
  reason text not null,
  by_code text not null,
  at timestamptz not null
);
create index on plant.measure_correction ("table", at desc);
call etabli.protect_by_organisation('plant.measure_correction');
