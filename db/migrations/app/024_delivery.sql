-- What members follow, where they want to hear of it, and every alert on its way to each of these places (docs/decisions/032).

-- All parts that are given must match an alert (core/alert/filter.ts).
create table app.follow (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  sneaker_id uuid references app.sneaker on delete cascade,
  size text,
  store_id uuid references app.store on delete cascade,
  cells text[] check (cardinality(cells) between 1 and 200),
  created_at timestamptz not null default now(),
  check (num_nonnulls(sneaker_id, size, store_id, cells) > 0),
  unique nulls not distinct (member_id, sneaker_id, size, store_id, cells)
);
create index follow_sneaker on app.follow (sneaker_id);
create index follow_store on app.follow (store_id);

-- A browser, a webhook or a Discord channel of a member's.
create table app.channel (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  kind text not null check (kind in ('web-push', 'webhook', 'discord')),
  label text not null,
  -- of its address; the address itself and its secrets are in `sealed`, which the vault encrypted
  host text not null,
  sealed bytea not null,
  -- SHA-256 of its address: the same one is one channel
  fingerprint bytea not null,
  created_at timestamptz not null default now(),
  -- when something is to be sent or tried again; null: nothing waits
  next_at timestamptz,
  -- what its receiver asked for (Retry-After), and what failures cost
  not_before timestamptz not null default to_timestamp(0),
  failures integer not null default 0,
  -- of the one process that sends to it
  lease uuid,
  lease_until timestamptz not null default to_timestamp(0),
  sent_at timestamptz,
  -- a sentence for its member; null after a success
  problem text,
  -- its receiver said that it is gone: nothing is sent there any more
  ended_at timestamptz,
  unique (member_id, fingerprint)
);
-- A browser has one member at a time.
create unique index channel_browser on app.channel (fingerprint) where kind = 'web-push';
create index channel_next on app.channel (next_at) where next_at is not null;

-- What is told of an alert, kept for as long as somebody may still be told: the log of alerts is swept earlier.
create table app.notice (
  alert_id uuid primary key,
  at timestamptz not null,
  -- core/alert/shape.ts
  content jsonb not null
);
create index notice_at on app.notice (at);

create table app.delivery (
  id uuid primary key,
  alert_id uuid not null references app.notice,
  member_id uuid not null references app.member on delete cascade,
  channel_id uuid references app.channel on delete set null,
  due_at timestamptz not null,
  -- waited for its hour: goes out together with others that did
  gather boolean not null,
  -- somebody waits for it: goes before what is older
  urgent boolean not null,
  -- what the receiver knows it by; fixed before it is sent for the first time, so that a repetition has the same
  message_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead', 'dropped')),
  tries integer not null default 0,
  -- a code and a sentence; never an address
  problem text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (alert_id, channel_id),
  check ((state = 'waiting') = (ended_at is null))
);
create index delivery_waiting on app.delivery (channel_id, urgent desc, due_at, id) where state = 'waiting';
create index delivery_ended on app.delivery (state, ended_at) where state <> 'waiting';
create index delivery_member on app.delivery (member_id);

-- How far the log of alerts was handed out to deliveries.
create table app.notify_cursor (
  one boolean primary key default true check (one),
  seq bigint not null
);
insert into app.notify_cursor (seq) values (0);

-- Drops of which it was told that they are open; of those before, it is not told any more.
create table app.drop_told (
  drop_id uuid primary key references app.drop on delete cascade,
  at timestamptz not null default now()
);
insert into app.drop_told (drop_id) select id from app.drop where opens_at <= now();

-- When the member was told that it is minted.
alter table app.award add column told_at timestamptz;
update app.award set told_at = now() where award_id is not null;
create index award_untold on app.award (award_id) where award_id is not null and told_at is null;
