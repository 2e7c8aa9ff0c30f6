-- An indicator may have its values from the plant's own records, period by period.
alter table improvement.indicator add feed jsonb;
create index on improvement.indicator (organisation) where feed is not null;
