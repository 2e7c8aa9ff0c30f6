-- Who asked, as a person and not as initials only: the journal knows; initials are the last resort.
alter table studies.analysis add column author uuid references people.person (id);
update studies.analysis a set author = coalesce(
  (select e.person from journal.entry e where e.subject_kind = 'analysis' and e.subject = a.id::text and e.act = 'analysis.begun' order by e.seq limit 1),
  (select p.id from people.person p where p.code = a.author_code
   order by exists (select from people.role_held m where m.person = p.id and m.organisation = a.organisation) desc limit 1)
);
alter table studies.analysis alter column author set not null;

-- What is asked of measures for a project is made in it too: beside what was listed until now.
alter view improvement.artefact rename to artefact_beside_analyses;
create view improvement.artefact with (security_invoker = true) as
select * from improvement.artefact_beside_analyses
union all
select 'analysis', n.id, n.project, p.title, p.starts, null, n.title, null, null, n.author_code, n.changed_at, to_char(n.made_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US')
from studies.analysis n join improvement.project p on p.id = n.project;
grant select on improvement.artefact to etabli_app;
