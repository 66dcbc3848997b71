-- What is watched at shops, and what was seen there (docs/decisions/029-monitor.md).

-- A shop as monitors share it: whoever leases its row is the only one to look there, and takes all of its targets that
-- are due in one visit. A lease that is not given back runs out.
create table app.monitor_origin (
  -- as core/manners/gate-name.ts writes it
  origin text primary key,
  -- who the monitors together are at the shop's gate: whoever comes next keeps the place in line
  visitor uuid not null default gen_random_uuid(),
  -- the earliest of its targets, or when the gate said to ask again; 'infinity' while nothing is watched
  next_at timestamptz not null,
  lease uuid,
  lease_until timestamptz not null default to_timestamp(0)
) with (fillfactor = 50);
create index monitor_origin_due on app.monitor_origin (next_at);

create table app.monitor_target (
  id uuid primary key,
  -- the product's page
  url text not null unique,
  origin text not null references app.monitor_origin,
  sneaker_id uuid not null references app.sneaker,
  store_id uuid not null references app.store,
  -- what the shop charges in, where its page does not say
  currency char(3),
  -- how it is read, and where the list of the shop's software is; null until the first look
  reader text check (reader in ('page', 'shopify', 'woo')),
  list_url text,
  -- of the last answer that was read: what a conditional request names
  etag text,
  last_modified text,
  body_hash bytea,
  next_at timestamptz not null,
  -- how often it is wanted (core/monitor/interval.ts); the shop's budget may stretch it
  interval_ms integer not null check (interval_ms > 0),
  -- what an operator wants instead
  every_ms integer check (every_ms > 0),
  -- looks in a row that told nothing
  failures integer not null default 0,
  -- when the last request left
  asked_at timestamptz,
  -- when what is known was last seen to hold
  last_ok_at timestamptz,
  last_error text,
  changed_at timestamptz,
  paused boolean not null default false,
  created_at timestamptz not null default now()
) with (fillfactor = 50);
create index monitor_target_origin on app.monitor_target (origin);
create index monitor_target_sneaker on app.monitor_target (sneaker_id);

-- One size of a product as it was last seen.
create table app.stock (
  target_id uuid not null references app.monitor_target on delete cascade,
  -- empty: of the product as a whole
  size text not null,
  label text not null,
  state text not null check (state in ('in', 'out', 'preorder', 'unknown')),
  -- the last state that anybody said; null until somebody did
  known text check (known in ('in', 'out', 'preorder')),
  price_minor integer check (price_minor >= 0),
  currency char(3),
  evidence text not null,
  confidence real not null check (confidence between 0 and 1),
  -- since when it is in this state, and when a look last wrote it (monitor_target.last_ok_at: when it last held)
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (target_id, size)
);

-- From one known state to another: never written twice, never taken back.
create table app.stock_change (
  id uuid primary key,
  target_id uuid not null references app.monitor_target on delete cascade,
  size text not null,
  label text not null,
  before text not null check (before in ('in', 'out', 'preorder')),
  after text not null check (after in ('in', 'out', 'preorder')),
  price_minor integer,
  currency char(3),
  evidence text not null,
  confidence real not null,
  -- when the request left that saw it, and when it was written
  asked_at timestamptz not null,
  seen_at timestamptz not null,
  check (before <> after)
);
create index stock_change_of on app.stock_change (target_id, size, id desc);
