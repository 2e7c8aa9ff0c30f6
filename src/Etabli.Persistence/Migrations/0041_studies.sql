-- Studies of a plant: what was noted with one tool, its revisions, and the strokes of its check sheets.
create schema studies;
grant usage on schema studies to etabli_app;

create table studies.study (
  id uuid primary key,
  organisation uuid not null references people.organisation (id),
  kind text not null,
  project uuid,
  content jsonb not null,
  revision integer not null check (revision >= 0),
  author uuid not null references people.person (id),
  author_code text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index on studies.study (organisation, kind, changed_at desc);
create index on studies.study (project) where project is not null;
call etabli.protect_by_organisation('studies.study');

-- A study and its first revision are entered in one transaction, in either order.
create table studies.revision (
  study uuid not null references studies.study (id) deferrable initially deferred,
  organisation uuid not null references people.organisation (id),
  number integer not null check (number > 0),
  content jsonb not null,
  by_code text not null,
  at timestamptz not null,
  primary key (study, number)
);
call etabli.protect_by_organisation('studies.revision');
revoke update, delete on studies.revision from etabli_app;

create table studies.mark (
  id uuid primary key,
  study uuid not null references studies.study (id),
  organisation uuid not null references people.organisation (id),
  cause text not null check (length(cause) between 1 and 100),
  at timestamptz not null,
  x double precision check (x between 0 and 1),
  y double precision check (y between 0 and 1),
  by uuid not null references people.person (id),
  by_code text not null,
  undone_at timestamptz,
  check ((x is null) = (y is null))
);
create index on studies.mark (study, at);
call etabli.protect_by_organisation('studies.mark');
revoke delete on studies.mark from etabli_app;

-- What is made in projects now has its studies too.
create or replace view improvement.artefact with (security_invoker = true) as
select a.kind, a.source, a.project, p.title as project_title, p.starts as project_starts, a.mark, a.title, a.detail, a.step, a.author_code, a.made_at, a.rank
from (
  select 'project' as kind, id as source, id as project, null as mark, title, null as detail, null::integer as step, pilot_code as author_code, created_at as made_at, '' as rank
  from improvement.project
  union all
  select 'action-plan', w.id, w.id, null, '', null, null, w.pilot_code, w.created_at, ''
  from improvement.project w where exists (select from improvement.planned_action t where t.project = w.id)
  union all
  select 'observation', o.id, o.project, o.number::text, o.place, o.fact, null, coalesce(x.code, ''), o.noted_at, lpad(o.number::text, 10, '0')
  from improvement.observation o left join people.person x on x.id = o.author
  union all
  select 'axis', s.id, s.project, s.code, s.label, null, null, coalesce(x.code, ''), s.set_at, s.code
  from improvement.progress_axis s left join people.person x on x.id = s.author
  union all
  select 'action', id, project, code, label, null, null, owner_code, planned_at, code
  from improvement.planned_action
  union all
  select 'indicator', id, project, code, name, null, null, owner_code, created_at, code
  from improvement.indicator
  union all
  select 'minutes', m.id, m.project, null, m.subject, null, null, coalesce(x.code, ''), m.written_at, m.day::text
  from improvement.minutes m left join people.person x on x.id = m.author
  union all
  select 'file', f.id, f.project, null, f.title, null, f.step, coalesce(x.code, ''), f.added_at, to_char(f.added_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US')
  from improvement.project_file f left join people.person x on x.id = f.author
  union all
  select 'study', s.id, s.project, null, s.content ->> 'title', s.kind, 1, s.author_code, s.changed_at, to_char(s.made_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US')
  from studies.study s where s.project is not null
) a join improvement.project p on p.id = a.project;
