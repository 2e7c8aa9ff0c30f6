-- A board follows all of a plant: what the journal says of an organisation is told under its name too.
create or replace function journal.append(
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
  -- Told at commit to the pages that are open on it, and to the boards of its organisation.
  perform pg_notify('journal', last_seq::text || ' ' || concat_ws(' ', dossier::text, nullif(subject, dossier::text), organisation::text));
  return last_seq;
end $$;
