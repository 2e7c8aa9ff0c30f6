-- A board follows all of a plant: what the journal says of an organisation is told under its name too, beside what
-- journal.append tells of the object.
create function journal.tell_organisation() returns trigger
  language plpgsql set search_path = '' as $$
begin
  perform pg_notify('journal', new.seq::text || ' ' || new.organisation::text);
  return null;
end $$;
create trigger tell_organisation after insert on journal.entry
  for each row when (new.organisation is not null) execute function journal.tell_organisation();
