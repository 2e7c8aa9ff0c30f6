-- Documents asked as PDF, and the schema where the job store keeps its own tables.
create schema printing;
grant usage on schema printing to etabli_app;

create table printing.print_request (
  id uuid primary key,
  person uuid not null references people.person (id),
  kind text not null,
  subject uuid not null,
  culture text not null check (culture in ('fr', 'en')),
  title text not null,
  organisation uuid not null references people.organisation (id),
  dossier uuid,
  state text not null,
  percent integer not null default 0 check (percent between 0 and 100),
  step text not null,
  failure text,
  file uuid,
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
create index on printing.print_request (person, asked_at desc);
create index on printing.print_request (kind, subject);

-- Whoever asked sees it, nobody else: what is printed is found again through its file.
alter table printing.print_request enable row level security;
create policy mine on printing.print_request to etabli_app using (person = (select etabli.person()));
grant select, insert, update on printing.print_request to etabli_app;

-- The job store makes its tables itself, as the owner, at start; the run-time role only uses them.
create schema jobs;
grant usage on schema jobs to etabli_app;
alter default privileges in schema jobs grant select, insert, update, delete on tables to etabli_app;
