-- Who is independent of whom, and whose circle only vouches for itself: ADR 021. All of it is forgotten after 90 days.

-- Browsers a member signed in from: a keyed hash of a random cookie of ours. The key is in no database.
create table app.device (
  mark bytea not null check (length(mark) = 32),
  member_id uuid not null references app.member on delete cascade,
  first_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (mark, member_id)
);
create index device_member on app.device (member_id);
create index device_seen on app.device (seen_at);

-- The first one linked a wallet that the other one had before.
create table app.wallet_tie (
  member_id uuid not null references app.member on delete cascade,
  other_id uuid not null references app.member on delete cascade,
  at timestamptz not null,
  primary key (member_id, other_id)
);
create index wallet_tie_other on app.wallet_tie (other_id);
create index wallet_tie_at on app.wallet_tie (at);

-- Why this confirmation is written down and does not count (core/karma/ring/tie.ts); null: it counts.
alter table app.restock_confirmation add column not_counted text;

-- Who vouched for whom lately, from either end.
create index restock_confirmation_member on app.restock_confirmation (member_id, confirmed_at) include (not_counted);
-- Who vouched for an act is asked some thousand times for each confirmation (db/ring/acts.ts): from the index alone.
create index restock_confirmation_counted on app.restock_confirmation (restock_id, member_id) where not_counted is null;
create index restock_reporter on app.restock (reported_by, reported_at desc);

-- A member says that a discount is wrong; a moderator decides. A granted one lifts it for a while.
create table app.karma_appeal (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  text text not null,
  -- as it was then: {discount, reasons}, core/karma/ring/score.ts
  score jsonb not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  -- null again when that moderator left
  decided_by uuid references app.member on delete set null,
  note text,
  -- set when it was granted
  lifts_until timestamptz,
  check (decided_at is not null or (decided_by is null and note is null and lifts_until is null))
);
create unique index karma_appeal_open on app.karma_appeal (member_id) where decided_at is null;
create index karma_appeal_member on app.karma_appeal (member_id, created_at desc);
create index karma_appeal_queue on app.karma_appeal (id) where decided_at is null;

-- Who did anything on which day of the last 30: how large the community is that a circle is a part of.
create table app.active_day (
  day date not null,
  member_id uuid not null references app.member on delete cascade,
  primary key (day, member_id)
);
create index active_day_member on app.active_day (member_id, day);
insert into app.active_day (day, member_id)
  select c.confirmed_at::date, unnest(array[c.member_id, r.reported_by])
  from app.restock_confirmation c join app.restock r on r.id = c.restock_id
  where c.confirmed_at > now() - interval '30 days'
  on conflict do nothing;
