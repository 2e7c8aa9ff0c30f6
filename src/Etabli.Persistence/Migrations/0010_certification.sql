-- From the standard to the certificate. A dossier belongs to its exam centre and is shown to others by dated grants;
-- everything of a dossier is seen by whoever sees the dossier.
create schema certification;
grant usage on schema certification to etabli_app;

-- Published texts: they belong to nobody, are read by all, and one version never changes.
create table certification.standard (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  version text not null check (length(version) between 1 and 50),
  title text not null,
  rncp_code text,
  json text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  imported_by uuid not null,
  imported_at timestamptz not null,
  unique (slug, version)
);
grant select, insert on certification.standard to etabli_app;

create table certification.dossier (
  id uuid primary key,
  candidate uuid not null references people.person (id),
  candidate_name text not null,
  candidate_birth_date date,
  centre uuid not null references people.organisation (id),
  centre_name text not null,
  company uuid references people.organisation (id),
  company_name text,
  training_provider uuid references people.organisation (id),
  training_provider_name text,
  tutor uuid references people.person (id),
  tutor_name text,
  standard uuid not null references certification.standard (id),
  standard_slug text not null,
  standard_version text not null,
  route text not null,
  territory text not null,
  blocks jsonb not null,
  carried_over jsonb not null,
  previous uuid references certification.dossier (id),
  prepared_at timestamptz not null,
  prepared_by uuid not null references people.person (id),
  enrolled_at timestamptz,
  enrolled_by uuid references people.person (id),
  enrolled_on date,
  waivers jsonb not null,
  eligibility jsonb not null,
  stage text not null,
  modes jsonb not null,
  modes_defined_at timestamptz,
  modes_defined_by uuid references people.person (id),
  modes_agreements jsonb not null,
  transmission jsonb,
  report_deadline timestamptz,
  deposits jsonb not null,
  conditions jsonb not null,
  portfolio jsonb,
  commission_appointed_at timestamptz,
  interview_held_at timestamptz,
  assessment_closed_at timestamptz,
  jury_session uuid,
  on_jury_list_at timestamptz,
  declared text check (declared in ('Admissible', 'NotAdmissible')),
  declared_at timestamptz,
  awarded_at timestamptz,
  award_reference text,
  abandoned_at timestamptz,
  abandoned_by uuid references people.person (id),
  abandon_reason text,
  check ((company is null) = (company_name is null)),
  check ((declared is null) = (declared_at is null)),
  check (awarded_at is null or declared = 'Admissible')
);
create index on certification.dossier (centre, prepared_at desc, id desc);
create index on certification.dossier (candidate);
create index on certification.dossier (jury_session) where jury_session is not null;
call etabli.protect_by_dossier('certification.dossier', 'centre', 'id');
revoke delete on certification.dossier from etabli_app;

-- A part is seen by whoever sees its whole: the policy of the whole filters the subquery.
create procedure certification.protect_part(part regclass, whole regclass, whole_column text)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', part);
  execute format('create policy by_whole on %s to etabli_app using (exists (select from %s w where w.id = %I))', part, whole, whole_column);
  execute format('grant select, insert, update on %s to etabli_app', part);
end $$;

create table certification.company_opinion (
  id uuid primary key,
  dossier uuid not null references certification.dossier (id),
  subject text not null,
  target text not null,
  favourable boolean not null,
  comment text not null check (comment <> ''),
  author jsonb not null,
  author_role text not null check (author_role in ('Tutor', 'LineManager', 'FunctionalManager')),
  at timestamptz not null
);
create index on certification.company_opinion (dossier);
call certification.protect_part('certification.company_opinion', 'certification.dossier', 'dossier');
revoke update on certification.company_opinion from etabli_app;

create table certification.report_section (
  id uuid primary key,
  dossier uuid not null references certification.dossier (id),
  competence text not null,
  text text not null,
  number integer not null check (number >= 0),
  written_at timestamptz,
  written_by uuid references people.person (id),
  earlier jsonb not null,
  unique (dossier, competence)
);
call certification.protect_part('certification.report_section', 'certification.dossier', 'dossier');

create table certification.evidence (
  id uuid primary key,
  dossier uuid not null references certification.dossier (id),
  kind text not null,
  source uuid not null,
  title text not null,
  step integer check (step between 1 and 9),
  author uuid not null,
  author_name text not null,
  made_at timestamptz not null,
  criteria jsonb not null check (jsonb_array_length(criteria) > 0),
  linked_by uuid not null references people.person (id),
  linked_at timestamptz not null,
  unlinked_by uuid references people.person (id),
  unlinked_at timestamptz,
  preview_svg text,
  preview_files jsonb not null,
  frozen_at timestamptz,
  frozen_json text,
  frozen_svg text,
  frozen_files jsonb not null,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  check ((frozen_at is null) = (frozen_json is null) and (frozen_at is null) = (sha256 is null))
);
create index on certification.evidence (dossier);
call certification.protect_part('certification.evidence', 'certification.dossier', 'dossier');

-- What was frozen stays as it was, whoever asks.
create function certification.refuse_thaw() returns trigger
  language plpgsql as $$
begin
  raise exception 'Frozen evidence % does not change.', old.id using errcode = 'insufficient_privilege';
end $$;
create trigger frozen before update on certification.evidence
  for each row when (old.frozen_at is not null) execute function certification.refuse_thaw();

create table certification.assessment (
  id uuid primary key,
  dossier uuid not null unique references certification.dossier (id),
  opened_at timestamptz not null,
  members jsonb not null,
  sittings jsonb not null,
  decisions jsonb not null,
  closed_at timestamptz,
  closed_by uuid references people.person (id),
  summary jsonb,
  check ((closed_at is null) = (summary is null))
);
call certification.protect_part('certification.assessment', 'certification.dossier', 'dossier');

create table certification.finding (
  id uuid primary key,
  assessment uuid not null references certification.assessment (id),
  criterion text not null,
  value text not null,
  comment text,
  author jsonb not null,
  at timestamptz not null,
  replaces jsonb not null,
  check (value <> 'NotMet' or comment is not null)
);
create index on certification.finding (assessment);
call certification.protect_part('certification.finding', 'certification.assessment', 'assessment');
revoke update on certification.finding from etabli_app;

create table certification.jury_session (
  id uuid primary key,
  centre uuid not null references people.organisation (id),
  centre_name text not null,
  held_on date not null,
  place text not null,
  parameters jsonb not null,
  convoked_by uuid not null references people.person (id),
  convoked_at timestamptz not null,
  seats jsonb not null,
  chair uuid references people.person (id),
  opened_at timestamptz,
  opened_by uuid references people.person (id),
  minutes jsonb
);
create index on certification.jury_session (centre, held_on desc);
alter table certification.jury_session enable row level security;
create policy by_organisation on certification.jury_session to etabli_app using (centre = any ((select etabli.organisations())::uuid[]));
-- A member sees the session he is convoked to, before any dossier is on its list.
create policy seated on certification.jury_session to etabli_app
  using (seats @> jsonb_build_array(jsonb_build_object('person', jsonb_build_object('id', (select etabli.person())::text))));
grant select, insert, update on certification.jury_session to etabli_app;

create table certification.deliberation (
  id uuid primary key,
  session uuid not null references certification.jury_session (id),
  dossier uuid not null references certification.dossier (id),
  summary_sha256 text not null,
  listed_by uuid not null references people.person (id),
  listed_at timestamptz not null,
  round integer not null check (round >= 1),
  declaration jsonb,
  unique (session, dossier)
);
create index on certification.deliberation (dossier);
call certification.protect_part('certification.deliberation', 'certification.dossier', 'dossier');
-- A dossier that comes off the list before any vote leaves it.
grant delete on certification.deliberation to etabli_app;

create table certification.vote (
  id uuid primary key,
  deliberation uuid not null references certification.deliberation (id),
  round integer not null check (round >= 1),
  juror uuid not null references people.person (id),
  ballot text not null check (ballot in ('For', 'Against', 'Abstain')),
  recorded_by uuid not null references people.person (id),
  at timestamptz not null,
  unique (deliberation, round, juror)
);
call certification.protect_part('certification.vote', 'certification.deliberation', 'deliberation');
revoke update on certification.vote from etabli_app;

-- The register: rows are added, never changed, save the pages that are made a little later.
create sequence certification.register_number maxvalue 999999;
grant usage on sequence certification.register_number to etabli_app;
create table certification.register_entry (
  id uuid primary key,
  kind text not null check (kind in ('Certificate', 'BlockAttestation')),
  number text not null unique,
  verification_code text not null unique check (verification_code ~ '^[0-9a-f]{32}$'),
  holder uuid not null references people.person (id),
  holder_name text not null,
  holder_birth_date date,
  centre uuid not null references people.organisation (id),
  centre_name text not null,
  standard uuid not null references certification.standard (id),
  standard_slug text not null,
  standard_version text not null,
  title text not null,
  rncp_code text,
  rncp_not_stated boolean not null,
  blocks jsonb not null,
  dossier uuid not null references certification.dossier (id),
  session uuid references certification.jury_session (id),
  issued_at timestamptz not null,
  issued_by uuid not null references people.person (id),
  award_reference text,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file uuid,
  mark text not null,
  about uuid references certification.register_entry (id),
  reason text,
  check ((mark = 'None') = (about is null))
);
create index on certification.register_entry (centre, issued_at desc);
create index on certification.register_entry (dossier);
create index on certification.register_entry (holder, standard_slug);
-- One certificate a dossier, and one attestation a block of it; duplicates and revocations point to the first.
create unique index register_entry_once on certification.register_entry (dossier, kind, blocks) where mark = 'None';
call etabli.protect_by_dossier('certification.register_entry', 'centre', 'dossier');
create policy mine on certification.register_entry for select to etabli_app using (holder = (select etabli.person()));
revoke update, delete on certification.register_entry from etabli_app;
grant update (file) on certification.register_entry to etabli_app;

-- What a candidate acquired for life, at whatever centre: another centre needs the numbers to carry them over.
create function certification.acquisitions_of(who uuid, slug text)
  returns table (id uuid, number text, blocks text, mark text, about uuid, issued_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select e.id, e.number, e.blocks::text, e.mark, e.about, e.issued_at
  from certification.register_entry e
  where e.holder = who and e.standard_slug = slug and etabli.person() is not null
  order by e.issued_at, e.number;
$$;

-- The public check: who has the code sees what is printed on the paper, and whether it still stands.
create function certification.check_award(code text)
  returns table (kind text, number text, holder_name text, title text, rncp_code text, rncp_not_stated boolean, blocks text,
    standard uuid, centre_name text, issued_at timestamptz, sha256 text, mark text, revoked_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select e.kind, e.number, e.holder_name, e.title, e.rncp_code, e.rncp_not_stated, e.blocks::text,
    e.standard, e.centre_name, e.issued_at, e.sha256, e.mark,
    (select min(r.issued_at) from certification.register_entry r
      where r.mark = 'Revocation' and r.about in (e.id, e.about))
  from certification.register_entry e
  where e.verification_code = code;
$$;
