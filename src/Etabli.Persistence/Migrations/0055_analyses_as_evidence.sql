-- Who asked, as a person and not as initials only; what is asked of measures for a project is part of it.
alter table studies.analysis add column author uuid references people.person (id);
update studies.analysis a set author = (
  select p.id from people.person p where p.code = a.author_code
  order by exists (select from people.role_held m where m.person = p.id and m.organisation = a.organisation) desc limit 1
);
alter table studies.analysis alter column author set not null;

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
  union all
  select 'analysis', n.id, n.project, null, n.title, null, null, n.author_code, n.changed_at, to_char(n.made_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US')
  from studies.analysis n where n.project is not null
) a join improvement.project p on p.id = a.project;
