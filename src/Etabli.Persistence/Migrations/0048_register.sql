-- What a plant is made of, table by table; and how it says its numbers.
create table plant.register (
  id uuid primary key,
  organisation uuid not null references people.organisation (id),
  kind text not null,
  family uuid references plant.product_family (id),
  operation text not null default '',
  objects jsonb not null default '[]' check (jsonb_typeof(objects) = 'array'),
  by_code text not null,
  changed_at timestamptz not null,
  unique nulls not distinct (organisation, kind, family, operation),
  check ((kind = 'Tasks') = (family is not null))
);
call etabli.protect_by_organisation('plant.register');

create table plant.settings (
  organisation uuid primary key references people.organisation (id),
  unit text not null
);
call etabli.protect_by_organisation('plant.settings');
