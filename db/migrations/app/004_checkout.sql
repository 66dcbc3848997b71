create table app.drop (
  id uuid primary key,
  slug text not null unique,
  title text not null,
  sneaker_id uuid not null references app.sneaker,
  store_id uuid not null references app.store,
  product_url text not null,
  price_minor integer not null,
  currency char(3) not null,
  sizes text[] not null,
  opens_at timestamptz not null,
  -- the gate: hold at least min_karma since snapshot_at (now when null), or an active pass of at least this tier
  min_karma numeric(78,0) not null default 0,
  snapshot_at timestamptz,
  pass_tier smallint,
  created_at timestamptz not null default now()
);

create table app.purchase_request (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  drop_id uuid not null references app.drop,
  size text not null,
  max_total_minor integer not null check (max_total_minor > 0),
  currency char(3) not null,
  mode text not null check (mode in ('review', 'dry-run')),
  shipping jsonb not null,
  email text not null,
  state text not null,
  -- {total_minor, currency, lines} as read from the shop's own page, once the worker reached the review step
  review jsonb,
  -- the total the member said yes to; the worker refuses to submit for more
  confirmed_total_minor integer,
  outcome jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index purchase_request_member on app.purchase_request (member_id, id desc);

-- Every transition and every step, in order.
create table app.purchase_event (
  id bigint generated always as identity primary key,
  request_id uuid not null references app.purchase_request on delete cascade,
  at timestamptz not null default now(),
  state text not null,
  step text,
  message text not null,
  screenshot bytea
);
create index purchase_event_request on app.purchase_event (request_id, id);

-- Never twice: at most one order per member and drop. The row is committed before the click that buys.
create table app.checkout_fence (
  member_id uuid not null references app.member on delete cascade,
  drop_id uuid not null references app.drop,
  request_id uuid not null unique references app.purchase_request on delete cascade,
  state text not null check (state in ('submitting', 'ordered', 'unknown')),
  at timestamptz not null default now(),
  primary key (member_id, drop_id)
);
