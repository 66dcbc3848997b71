create table app.sneaker (
  id uuid primary key,
  style_code text not null unique,
  brand text not null,
  name text not null,
  colorway text not null,
  retail_minor integer not null check (retail_minor >= 0),
  currency char(3) not null,
  created_at timestamptz not null default now()
);

-- Public places: the one kind of thing whose exact position is kept.
create table app.store (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  url text,
  address jsonb not null,
  latitude double precision not null,
  longitude double precision not null,
  created_at timestamptz not null default now()
);

create table app.restock (
  id uuid primary key,
  sneaker_id uuid not null references app.sneaker,
  store_id uuid not null references app.store,
  size text not null,
  price_minor integer check (price_minor >= 0),
  currency char(3),
  note text,
  reported_by uuid not null references app.member on delete cascade,
  reported_at timestamptz not null default now(),
  confirmed_at timestamptz
);
create index restock_recent on app.restock (id desc);
-- The same pair, size and shop is one restock while it is fresh; the report query locks on these columns.
create index restock_same on app.restock (sneaker_id, store_id, size, reported_at desc);

create table app.restock_confirmation (
  restock_id uuid not null references app.restock on delete cascade,
  member_id uuid not null references app.member on delete cascade,
  confirmed_at timestamptz not null default now(),
  primary key (restock_id, member_id)
);
