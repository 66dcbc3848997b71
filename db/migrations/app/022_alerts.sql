-- What members are alerted of, in the order in which it was committed: a reader that asks for what is after the last one it
-- read never misses one (ADR 030).
create table app.alert_head (
  one boolean primary key default true check (one),
  -- of the newest alert; whoever adds one holds this row until the commit, so numbers are given in the order of commits
  seq bigint not null,
  -- all up to this one were swept: who stands before it has missed some
  swept bigint not null check (swept <= seq)
);
insert into app.alert_head (seq, swept) values (0, 0);

create table app.alert (
  seq bigint primary key,
  id uuid not null unique,
  kind text not null,
  -- by the database's clock
  at timestamptz not null default clock_timestamp(),
  -- the one member whom it concerns; null: whoever follows what it is about
  member_id uuid references app.member on delete cascade,
  restock_id uuid references app.restock on delete cascade,
  drop_id uuid references app.drop on delete cascade,
  request_id uuid references app.purchase_request on delete cascade,
  award_id uuid references app.award on delete cascade,
  -- what it is followed by
  sneaker_id uuid references app.sneaker,
  size text,
  store_id uuid references app.store,
  -- of a restock
  price_minor integer check (price_minor >= 0),
  currency char(3),
  source text check (source in ('member', 'monitor')),
  confidence real check (confidence between 0 and 1),
  -- when the question left that the shop answered so; null where a member saw it
  asked_at timestamptz,
  seen_at timestamptz,
  -- of a purchase
  state text,
  check (case kind
    when 'restock' then num_nulls(restock_id, sneaker_id, size, store_id, source, confidence, seen_at) = 0 and member_id is null
    when 'drop' then num_nulls(drop_id, sneaker_id, store_id) = 0 and member_id is null
    when 'purchase' then num_nulls(request_id, state, member_id) = 0
    when 'award' then num_nulls(award_id, member_id) = 0
    else false end)
);
create index alert_at on app.alert (at);
create index alert_member on app.alert (member_id) where member_id is not null;
create index alert_restock on app.alert (restock_id) where restock_id is not null;
create index alert_request on app.alert (request_id) where request_id is not null;
create index alert_award on app.alert (award_id) where award_id is not null;

-- What is too long for a notification between web processes; of @socket.io/postgres-adapter, which empties it itself.
create table app.socket_io_attachments (
  id bigserial primary key,
  created_at timestamptz not null default now(),
  payload bytea
);
