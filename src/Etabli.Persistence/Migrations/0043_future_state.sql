-- The flow as it is meant to be, what is to be improved, what was moved by hand on the map.
alter table plant.product_family
  add column bursts jsonb not null default '[]' check (jsonb_typeof(bursts) = 'array'),
  add column offsets jsonb not null default '[]' check (jsonb_typeof(offsets) = 'array'),
  add column future jsonb check (jsonb_typeof(future) = 'object');
