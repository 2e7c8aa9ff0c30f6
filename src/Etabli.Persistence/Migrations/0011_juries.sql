-- The ballot box and the register's numbers.

-- Sessions where this person sits; asked by the policies of what belongs to a session.
create function certification.my_jury_sessions() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select s.id from certification.jury_session s
  where s.seats @> jsonb_build_array(jsonb_build_object('person', jsonb_build_object('id', etabli.person()::text)));
$$;

-- Who sees the dossier does not see how the jury voted on it: only the centre and those who sit do.
drop policy by_whole on certification.deliberation;
create policy room on certification.deliberation to etabli_app
  using (session in (select certification.my_jury_sessions())
    or exists (select from certification.jury_session s where s.id = session and s.centre = any ((select etabli.organisations())::uuid[])));

-- A ballot is read by its voter and counted by the room; it is cast by the voter or written down by the chair.
drop policy by_whole on certification.vote;
create policy room on certification.vote for select to etabli_app
  using (exists (select from certification.deliberation d where d.id = deliberation));
create policy ballot_box on certification.vote for insert to etabli_app
  with check (recorded_by = (select etabli.person()) and exists (
    select from certification.deliberation d join certification.jury_session s on s.id = d.session
    where d.id = deliberation and (juror = (select etabli.person()) or s.chair = (select etabli.person()))));

-- The next number of a year: one counter a kind, held until the transaction ends, so that the register has no gap.
create table certification.register_counter (
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (kind, year)
);
create function certification.next_register_number(kind text, year integer) returns integer
  language sql volatile security definer set search_path = '' as $$
  insert into certification.register_counter as c (kind, year, last) values ($1, $2, 1)
  on conflict on constraint register_counter_pkey do update set last = c.last + 1
  returning last;
$$;

-- Without the code, number and name together lead to it: neither alone says anything.
create function certification.find_award(number text, holder text) returns text
  language sql stable security definer set search_path = '' as $$
  select e.verification_code from certification.register_entry e
  where e.number = $1 and etabli.plain(e.holder_name) = etabli.plain(regexp_replace(btrim($2), '\s+', ' ', 'g'));
$$;
