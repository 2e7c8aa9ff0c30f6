-- What a device of the floor sent and a study took as rows of its sheet: sent again, it takes nothing. A study begun on the floor is
-- entered with its first receipt in one transaction, in either order.
create table studies.floor_receipt (
  id uuid primary key,
  study uuid not null references studies.study (id) deferrable initially deferred,
  organisation uuid not null references people.organisation (id),
  revision integer not null check (revision > 0),
  rows integer not null check (rows > 0),
  by uuid not null references people.person (id),
  by_code text not null,
  at timestamptz not null
);
create index on studies.floor_receipt (study, at);
call etabli.protect_by_organisation('studies.floor_receipt');
revoke update, delete on studies.floor_receipt from etabli_app;
