-- Product families of a plant with their flow: operations, stocks with dated counts, information. Each number keeps its source.
create table plant.product_family (
  id uuid primary key,
  organisation uuid not null references people.organisation (id),
  name text not null check (length(name) between 1 and 200),
  rhythm jsonb,
  operations jsonb not null default '[]' check (jsonb_typeof(operations) = 'array'),
  stocks jsonb not null default '[]' check (jsonb_typeof(stocks) = 'array'),
  information jsonb not null default '[]' check (jsonb_typeof(information) = 'array'),
  unique (organisation, name)
);
call etabli.protect_by_organisation('plant.product_family');
