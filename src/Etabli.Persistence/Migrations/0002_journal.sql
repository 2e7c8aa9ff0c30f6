-- The append-only, hash-chained record of every act; and, apart, who read which dossier on which day.
create schema journal;
grant usage on schema journal to etabli_app;

create table journal.entry (
  seq bigint primary key,
  at timestamptz not null,
  person uuid,
  person_name text not null,
  organisation uuid,
  act text not null,
  subject_kind text not null,
  subject text not null,
  dossier uuid,
  detail text not null,
  previous bytea not null check (length(previous) = 32),
  hash bytea not null check (length(hash) = 32)
);
create index on journal.entry (dossier, seq) where dossier is not null;
create index on journal.entry (subject_kind, subject, seq);
create index on journal.entry (organisation, seq);

create function journal.refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception 'The journal is append-only: % on % is refused.', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on journal.entry
  for each statement execute function journal.refuse_change();

-- One field with its length in bytes before it.
create function journal.field(value text) returns text
  language sql immutable
  return octet_length(convert_to(coalesce(value, ''), 'UTF8'))::text || ':' || coalesce(value, '') || E'\n';

create function journal.append(
  at timestamptz, person uuid, person_name text, organisation uuid, act text,
  subject_kind text, subject text, dossier uuid, detail text) returns bigint
  language plpgsql security definer set search_path = '' as $$
declare
  last_seq bigint;
  last_hash bytea;
  next_hash bytea;
begin
  -- One writer at a time, until commit: a chain has one end.
  perform pg_advisory_xact_lock(7227001);
  select e.seq, e.hash into last_seq, last_hash from journal.entry e order by e.seq desc limit 1;
  last_seq := coalesce(last_seq, 0) + 1;
  last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
  next_hash := sha256(last_hash || convert_to(
    journal.field(last_seq::text)
    || journal.field(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || journal.field(person::text) || journal.field(person_name) || journal.field(organisation::text)
    || journal.field(act) || journal.field(subject_kind) || journal.field(subject)
    || journal.field(dossier::text) || journal.field(detail), 'UTF8'));
  insert into journal.entry values (last_seq, at, person, person_name, organisation, act, subject_kind, subject, dossier, detail, last_hash, next_hash);
  -- Told at commit to the pages that are open on it.
  perform pg_notify('journal', last_seq::text || ' ' || concat_ws(' ', dossier::text, nullif(subject, dossier::text)));
  return last_seq;
end $$;
revoke execute on function journal.append from public;
grant execute on function journal.append to etabli_app;

alter table journal.entry enable row level security;
create policy readers on journal.entry for select to etabli_app
  using (organisation = any ((select etabli.organisations())::uuid[])
    or person = (select etabli.person())
    or dossier in (select etabli.dossiers()));
grant select on journal.entry to etabli_app;

-- The end of the chain, to be printed on sealed documents.
create function journal.head() returns table (seq bigint, hash bytea)
  language sql stable security definer set search_path = '' as $$
  select e.seq, e.hash from journal.entry e order by e.seq desc limit 1;
$$;

create table journal.reading (
  dossier uuid not null,
  person uuid not null,
  day date not null,
  first_at timestamptz not null,
  times integer not null default 1,
  primary key (dossier, person, day)
);
alter table journal.reading enable row level security;
create policy readers on journal.reading for select to etabli_app using (dossier in (select etabli.dossiers())
    -- The centre that owns the dossier has always shown it to somebody: to its candidate at least.
    or dossier in (select g.dossier from people.access_grant g where g.owner = any ((select etabli.organisations())::uuid[])));
grant select on journal.reading to etabli_app;

create function journal.note_reading(what uuid, at timestamptz) returns void
  language sql security definer set search_path = '' as $$
  insert into journal.reading (dossier, person, day, first_at)
  select what, etabli.person(), at::date, at where etabli.person() is not null
  on conflict (dossier, person, day) do update set times = journal.reading.times + 1;
$$;
