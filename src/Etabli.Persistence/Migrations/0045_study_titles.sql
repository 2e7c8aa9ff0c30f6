-- What a list says of a study, without reading its ten thousand rows.
alter table studies.study
  add column title text generated always as (content ->> 'title') stored,
  add column scope text generated always as (content ->> 'scope') stored;
