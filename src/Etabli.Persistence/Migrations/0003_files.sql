-- What is known of deposited files; their bytes lie outside, under their hash.
create schema files;
grant usage on schema files to etabli_app;

create table files.stored_file (
  id uuid primary key,
  organisation uuid not null references people.organisation (id),
  dossier uuid,
  owner uuid not null references people.person (id),
  name text not null check (length(name) between 1 and 200),
  kind text not null,
  media_type text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width integer not null default 0 check (width >= 0),
  height integer not null default 0 check (height >= 0),
  at timestamptz not null
);
create index on files.stored_file (organisation, at desc);
create index on files.stored_file (dossier) where dossier is not null;
create index on files.stored_file (sha256);

call etabli.protect_by_dossier('files.stored_file');

-- Who deposited a file reads it back, even after leaving the organisation.
create policy mine on files.stored_file for select to etabli_app using (owner = (select etabli.person()));

-- A deposited file never changes and never goes.
revoke update, delete on files.stored_file from etabli_app;
