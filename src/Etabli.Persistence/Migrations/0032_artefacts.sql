-- Everything made in projects, one line each, for whoever chooses among it. The invoker's own sight applies to every part.
create view improvement.artefact with (security_invoker = true) as
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
) a join improvement.project p on p.id = a.project;
grant select on improvement.artefact to etabli_app;
