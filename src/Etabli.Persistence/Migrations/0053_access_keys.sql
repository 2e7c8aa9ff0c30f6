-- Machines bring measures with an access key: it acts for the person who made it, in one plant only.
create table plant.access_key (
  id uuid primary key,
  organisation uuid not null references people.organisation (id),
  person uuid not null references people.person (id),
  hash bytea not null unique check (length(hash) = 32),
  label text not null check (length(label) between 1 and 120),
  "table" uuid references plant.measure_table (id) on delete cascade,
  until date,
  by_code text not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by_code text
);
create index on plant.access_key (organisation, made_at desc);
alter table plant.access_key enable row level security;
create policy seen on plant.access_key for select to etabli_app using (organisation = any ((select etabli.organisations())::uuid[]));
-- Nobody makes a key in the name of another, and what a key opens never changes.
create policy made on plant.access_key for insert to etabli_app
  with check (organisation = any ((select etabli.organisations())::uuid[]) and person = (select etabli.person()));
create policy used on plant.access_key for update to etabli_app using (organisation = any ((select etabli.organisations())::uuid[]));
grant select, insert on plant.access_key to etabli_app;
grant update (last_used_at, revoked_at, revoked_by_code) on plant.access_key to etabli_app;

-- What a request was answered, so that the same one sent again is answered the same and takes nothing.
create table plant.measure_receipt (
  access_key uuid not null references plant.access_key (id) on delete cascade,
  request text not null check (length(request) between 1 and 100),
  organisation uuid not null references people.organisation (id),
  "table" uuid not null references plant.measure_table (id) on delete cascade,
  content text not null,
  answer text not null,
  at timestamptz not null,
  primary key (access_key, request)
);
create index on plant.measure_receipt ("table");
call etabli.protect_by_organisation('plant.measure_receipt');
revoke update, delete on plant.measure_receipt from etabli_app;

-- Before anybody is known: whose key is this? Its row only, by the hash of its secret.
create function plant.access_key_of(secret bytea) returns table (id uuid, organisation uuid, person uuid)
  language sql stable security definer set search_path = '' as $$
  select k.id, k.organisation, k.person from plant.access_key k where k.hash = secret;
$$;

-- A person and an organisation together: that person, with the sight of that organisation alone, if they have it.
create or replace function etabli.act_as(who uuid, organisation uuid) returns void
  language sql as $$
  select set_config('app.person', coalesce(who::text, ''), false),
         set_config('app.organisations', case
           when who is null then coalesce(organisation::text, '')
           when organisation is null then people.organisations_of(who)
           when organisation::text = any (string_to_array(people.organisations_of(who), ',')) then organisation::text
           else '' end, false);
$$;
