-- What people do with invitations, organisations and what waits for them.

alter table people.invitation add column college text, add column delegated_by text;
create index on people.invitation (email);

-- My own address, for the policies below.
create function people.my_email() returns text
  language sql stable security definer set search_path = ''
  return (select a.email from people.account a where a.person = etabli.person());

-- Somebody who has an account sees and answers the invitations sent to their address.
create policy addressee on people.invitation for select to etabli_app using (email = (select people.my_email()));
create policy answer on people.invitation for update to etabli_app using (email = (select people.my_email()));

-- The role of an open invitation may be taken by the person it was sent to.
create function people.invited_to(where_ uuid, what text) returns boolean
  language sql stable security definer set search_path = ''
  return exists (
    select 1 from people.invitation i
    where i.organisation = where_ and i.role = what and i.accepted_at is null and i.withdrawn_at is null
      and i.email = people.my_email());

create policy invited on people.role_held for insert to etabli_app
  with check (person = (select etabli.person()) and people.invited_to(organisation, role));

-- Before sign-in: what does this link offer?
create function people.invitation_of(hash bytea)
  returns table (id uuid, email text, first_name text, last_name text, organisation text, role text, invited_by text, expires_at timestamptz, open boolean, has_account boolean)
  language sql stable security definer set search_path = '' as $$
  select i.id, i.email, i.first_name, i.last_name, o.name, i.role, coalesce(trim(p.first_name || ' ' || p.last_name), o.name), i.expires_at,
         i.accepted_at is null and i.withdrawn_at is null, exists (select 1 from people.account a where a.email = i.email)
  from people.invitation i
  join people.organisation o on o.id = i.organisation
  left join people.person p on p.id = i.invited_by
  where i.token_hash = hash;
$$;

-- A new organisation has nobody yet: it is entered together with the invitation of its first administrator.
create function people.found_organisation(
  new_id uuid, new_kind text, new_name text, new_siret text, new_territory text,
  invitation_id uuid, hash bytea, address text, first text, last text, at timestamptz, good_until timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select 1 from people.role_held r
    where r.person = etabli.person() and r.role in ('ExamCentreOfficer', 'ResourceCentreOfficer', 'Administrator')
      and r.from_day <= current_date and (r.until_day is null or r.until_day >= current_date)) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  insert into people.organisation (id, kind, name, siret, territory) values (new_id, new_kind, new_name, new_siret, new_territory);
  insert into people.invitation (id, token_hash, email, first_name, last_name, organisation, role, invited_by, invited_at, expires_at)
    values (invitation_id, hash, address, first, last, new_id, 'Administrator', etabli.person(), at, good_until);
end $$;

-- What a person has seen of what waits for them: by key of the thing.
create table people.seen (
  person uuid not null references people.person (id) on delete cascade,
  thing text not null check (length(thing) between 1 and 200),
  at timestamptz not null,
  primary key (person, thing)
);
alter table people.seen enable row level security;
create policy mine on people.seen to etabli_app using (person = (select etabli.person()));
grant select, insert, delete on people.seen to etabli_app;
