-- Who asks, what they may see, and the people and organisations themselves.
create schema etabli;
create schema people;
create schema plant;

grant usage on schema etabli, people, plant to etabli_app;

-- The person of this connection; null when nobody said so.
create function etabli.person() returns uuid
  language sql stable
  return nullif(current_setting('app.person', true), '')::uuid;

-- The organisations this connection may see whole.
create function etabli.organisations() returns uuid[]
  language sql stable
  return coalesce(string_to_array(nullif(current_setting('app.organisations', true), ''), ',')::uuid[], '{}'::uuid[]);

-- French reading order and accent-blind search.
create function etabli.plain(words text) returns text
  language sql immutable strict parallel safe
  return lower(translate(words,
    'ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖòóôõöÙÚÛÜùúûüÝŸýÿ’',
    'AAAAAAaaaaaaCcEEEEeeeeIIIIiiiiNnOOOOOoooooUUUUuuuuYYyy'''));

create table people.organisation (
  id uuid primary key,
  kind text not null,
  name text not null check (length(name) between 1 and 200),
  siret text check (siret ~ '^[0-9]{14}$'),
  territory text not null
);

create table people.person (
  id uuid primary key,
  code text not null,
  first_name text not null,
  last_name text not null check (length(last_name) between 1 and 200),
  birth_date date,
  culture text not null check (culture in ('fr', 'en'))
);

create table people.role_held (
  id uuid primary key,
  person uuid not null references people.person (id),
  role text not null,
  organisation uuid not null references people.organisation (id),
  from_day date not null,
  until_day date check (until_day >= from_day),
  college text,
  delegated_by text
);
create index on people.role_held (person);
create index on people.role_held (organisation, role);

create table people.account (
  person uuid primary key references people.person (id),
  email text not null unique,
  password_hash text not null,
  stamp uuid not null,
  failures integer not null default 0,
  locked_until timestamptz,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  last_totp_step bigint not null default 0
);

create table people.invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  email text not null,
  first_name text not null,
  last_name text not null,
  organisation uuid not null references people.organisation (id),
  role text not null,
  invited_by uuid references people.person (id),
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index on people.invitation (organisation, invited_at desc);

create table people.access_grant (
  id uuid primary key,
  dossier uuid not null,
  owner uuid not null references people.organisation (id),
  person uuid references people.person (id),
  organisation uuid references people.organisation (id),
  purpose text not null,
  given_by uuid not null references people.person (id),
  given_at timestamptz not null,
  until timestamptz,
  revoked_at timestamptz,
  check ((person is null) <> (organisation is null))
);
create index on people.access_grant (person) where revoked_at is null;
create index on people.access_grant (organisation) where revoked_at is null;
create index on people.access_grant (dossier);

-- In demonstration mode only: who may be tried with one click, readable before sign-in.
create table people.demo_person (
  person uuid primary key references people.person (id),
  code text not null,
  rank integer not null,
  label_fr text not null,
  label_en text not null,
  note_fr text not null,
  note_en text not null
);

create table plant.workstation (
  id uuid primary key,
  organisation uuid not null references people.organisation (id),
  code text not null,
  kind text not null,
  unique (organisation, code)
);

-- Being a candidate, an assessor or a juror of a centre gives no sight of the centre: those see by grants only.
create function people.organisations_of(who uuid) returns text
  language sql stable security definer set search_path = ''
  return (
    select coalesce(string_agg(distinct r.organisation::text, ','), '')
    from people.role_held r
    where r.person = who
      and r.role not in ('Candidate', 'Assessor', 'Juror')
      and r.from_day <= current_date
      and (r.until_day is null or r.until_day >= current_date));

create function etabli.act_as(who uuid, organisation uuid) returns void
  language sql as $$
  select set_config('app.person', coalesce(who::text, ''), false),
         set_config('app.organisations', case
           when who is not null then people.organisations_of(who)
           else coalesce(organisation::text, '') end, false);
$$;

-- The dossiers shown to this connection by a grant that stands.
create function etabli.dossiers() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select g.dossier
  from people.access_grant g
  where g.revoked_at is null
    and (g.until is null or g.until > now())
    and (g.person = etabli.person() or g.organisation = any (etabli.organisations()));
$$;

-- Before sign-in: whose address is this? Answers the person only.
create function people.person_of_email(address text) returns uuid
  language sql stable security definer set search_path = ''
  return (select a.person from people.account a where a.email = address);

-- Before sign-in: which organisation sent this link?
create function people.organisation_of_invitation(hash bytea) returns uuid
  language sql stable security definer set search_path = ''
  return (select i.organisation from people.invitation i where i.token_hash = hash);

-- What a company declares to exam centres: the people who may speak for it on a candidate.
create function people.opinion_givers_of(company uuid)
  returns table (person uuid, full_name text, role text)
  language sql stable security definer set search_path = '' as $$
  select p.id, trim(p.first_name || ' ' || p.last_name), r.role
  from people.role_held r join people.person p on p.id = r.person
  where r.organisation = company
    and r.role in ('Tutor', 'LineManager', 'FunctionalManager')
    and r.from_day <= current_date and (r.until_day is null or r.until_day >= current_date)
    and etabli.person() is not null;
$$;

-- A table owned by one organisation a row.
create procedure etabli.protect_by_organisation(what regclass, organisation_column text default 'organisation')
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', what);
  execute format('create policy by_organisation on %s to etabli_app using (%I = any ((select etabli.organisations())::uuid[]))', what, organisation_column);
  execute format('grant select, insert, update, delete on %s to etabli_app', what);
end $$;

-- A table of a dossier: its owner sees it, and those to whom the dossier is shown.
create procedure etabli.protect_by_dossier(what regclass, organisation_column text default 'organisation', dossier_column text default 'dossier')
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', what);
  execute format('create policy by_dossier on %s to etabli_app using (%I = any ((select etabli.organisations())::uuid[]) or %I in (select etabli.dossiers()))', what, organisation_column, dossier_column);
  execute format('grant select, insert, update, delete on %s to etabli_app', what);
end $$;

alter table people.organisation enable row level security;
create policy directory on people.organisation for select to etabli_app
  using ((select etabli.person()) is not null or id = any ((select etabli.organisations())::uuid[]));
create policy enter on people.organisation for insert to etabli_app with check ((select etabli.person()) is not null);
create policy keep on people.organisation for update to etabli_app using (id = any ((select etabli.organisations())::uuid[]));
grant select, insert, update on people.organisation to etabli_app;

alter table people.role_held enable row level security;
create policy mine on people.role_held for select to etabli_app using (person = (select etabli.person()));
create policy by_organisation on people.role_held to etabli_app using (organisation = any ((select etabli.organisations())::uuid[]));
grant select, insert, update on people.role_held to etabli_app;

alter table people.person enable row level security;
create policy visible on people.person to etabli_app
  using (id = (select etabli.person())
    or id in (select r.person from people.role_held r where r.organisation = any ((select etabli.organisations())::uuid[])))
  with check ((select etabli.person()) is not null or cardinality((select etabli.organisations())) > 0);
grant select, insert, update on people.person to etabli_app;

alter table people.account enable row level security;
create policy mine on people.account to etabli_app
  using (person = (select etabli.person()) or (select etabli.person()) is null and cardinality((select etabli.organisations())) = 1)
  with check (person = (select etabli.person()) or (select etabli.person()) is null and cardinality((select etabli.organisations())) = 1);
grant select, insert, update on people.account to etabli_app;

call etabli.protect_by_organisation('people.invitation');
revoke delete on people.invitation from etabli_app;

alter table people.access_grant enable row level security;
create policy owner on people.access_grant to etabli_app using (owner = any ((select etabli.organisations())::uuid[]));
create policy mine on people.access_grant for select to etabli_app
  using (person = (select etabli.person()) or organisation = any ((select etabli.organisations())::uuid[]));
grant select, insert, update on people.access_grant to etabli_app;

grant select on people.demo_person to etabli_app;

call etabli.protect_by_organisation('plant.workstation');

-- One click signs a demonstration person in: their stamp may be read, nobody else's.
create function people.demo_stamp(who uuid) returns uuid
  language sql stable security definer set search_path = ''
  return (select a.stamp from people.account a join people.demo_person d on d.person = a.person where a.person = who);

-- Whom to ask for a right: the administrators of the organisations where the person holds any role.
create function people.whom_to_ask() returns table (full_name text, organisation text)
  language sql stable security definer set search_path = '' as $$
  select distinct trim(p.first_name || ' ' || p.last_name), o.name
  from people.role_held mine
  join people.role_held theirs on theirs.organisation = mine.organisation and theirs.role = 'Administrator'
    and theirs.from_day <= current_date and (theirs.until_day is null or theirs.until_day >= current_date)
  join people.person p on p.id = theirs.person
  join people.organisation o on o.id = theirs.organisation
  where mine.person = etabli.person()
$$;
