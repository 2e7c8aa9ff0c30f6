-- Questions asked of the records of measures; their answers are reckoned when they are read.
create table studies.analysis (
  id uuid primary key,
  organisation uuid not null references people.organisation (id),
  kind text not null,
  "table" uuid not null references plant.measure_table (id),
  project uuid,
  content jsonb not null,
  title text not null generated always as (content ->> 'title') stored,
  author_code text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index on studies.analysis (organisation, changed_at desc);
create index on studies.analysis ("table");
create index on studies.analysis (project) where project is not null;
call etabli.protect_by_organisation('studies.analysis');
