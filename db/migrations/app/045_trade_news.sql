-- How many of core/trade/news.ts `mirroredNews` the sides of a trade were told; it never goes back, whatever a reorg does.
alter table app.trade add column told smallint not null default 0 check (told between 0 and 4);
create index trade_untold on app.trade (id) where escrow_id is not null and told < 4;

-- Rings of three: who gives a pair to whom, around. Nothing is agreed before all three joined; then it is three trades,
-- each with bonds of its own (docs/decisions/042-trades.md).
create table app.trade_ring (
  id uuid primary key,
  proposed_by uuid not null references app.member on delete cascade,
  -- whole karma, from each side of each of the three trades
  bond integer not null check (bond >= 0),
  answer_by timestamptz not null,
  sending_seconds integer not null check (sending_seconds > 0),
  created_at timestamptz not null,
  called_off_at timestamptz
);
create index trade_ring_of on app.trade_ring (proposed_by, id desc);

-- Who is at a place gives to whoever is at the next one, and the last to the first.
create table app.trade_ring_leg (
  ring_id uuid not null references app.trade_ring on delete cascade,
  place smallint not null check (place between 0 and 2),
  giver_id uuid not null references app.member on delete cascade,
  sneaker_id uuid not null references app.sneaker,
  size text not null,
  condition text not null check (condition in ('new', 'tried', 'worn')),
  joined_at timestamptz,
  -- of the giver, for both bonds; not kept of one who left
  wallet bytea check (length(wallet) = 20),
  -- what came of it, of all three at once
  trade_id uuid unique references app.trade on delete cascade,
  primary key (ring_id, place),
  unique (ring_id, giver_id)
);
create index trade_ring_leg_giver on app.trade_ring_leg (giver_id, ring_id desc);

-- News of trades are alerts too. Of every kind that there is by now, whatever migrations came before: one is added.
alter table app.alert add column trade_id uuid references app.trade on delete cascade,
  add column ring_id uuid references app.trade_ring on delete cascade;
create index alert_trade on app.alert (trade_id) where trade_id is not null;
create index alert_ring on app.alert (ring_id) where ring_id is not null;
do $$
declare
  was text := (select pg_get_constraintdef(oid) from pg_constraint
    where conname = 'alert_check' and conrelid = 'app.alert'::regclass);
begin
  alter table app.alert drop constraint alert_check;
  execute 'alter table app.alert add constraint alert_check ' || regexp_replace(was, 'ELSE false',
    'WHEN ''trade''::text THEN ((num_nulls(trade_id, ring_id) = 1) AND (num_nulls(state, member_id) = 0)) ELSE false');
end $$;
