-- Trades of sneakers between two members: docs/decisions/042-trades.md. What a trade's bonds do is in `chain`; its state is what
-- all of these facts add up to (core/trade/states.ts), and stands nowhere.

-- What members have and would trade, and what they look for.
create table app.closet_item (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  side text not null check (side in ('have', 'want')),
  sneaker_id uuid not null references app.sneaker,
  size text not null,
  condition text check (condition in ('new', 'tried', 'worn')),
  note text,
  added_at timestamptz not null,
  unique (member_id, side, sneaker_id, size),
  check ((side = 'have') = (condition is not null))
);
create index closet_item_of on app.closet_item (sneaker_id, size, side, member_id);

create table app.trade (
  id uuid primary key,
  maker_id uuid not null references app.member on delete cascade,
  taker_id uuid not null references app.member on delete cascade,
  created_at timestamptz not null,
  -- the offer that stands
  offer_no smallint not null check (offer_no >= 1),
  -- what came of it
  answer text check (answer in ('declined', 'withdrawn', 'accepted')),
  answered_at timestamptz,
  -- of an accepted one: until when both must confirm, or one dispute
  confirm_by timestamptz,
  -- of an accepted one with bonds: what TradeEscrow is given, and the id that follows from it. The proposer made the offer.
  -- The wallet of a side that left is not kept.
  escrow_id bytea unique,
  proposer_address bytea check (length(proposer_address) = 20),
  counterparty_address bytea check (length(counterparty_address) = 20),
  bond_by timestamptz,
  terms_hash bytea,
  -- the words that were hashed; empty again when a side left
  terms text,
  -- without bonds: what the contract would say
  disputed_at timestamptz,
  disputed_by uuid references app.member on delete set null,
  rule_by timestamptz,
  ruled_at timestamptz,
  slashed text check (slashed in ('nobody', 'maker', 'taker', 'both')),
  -- of either kind: why
  ruling_note text,
  -- null again when that moderator left, or a jury ruled
  ruled_by uuid references app.member on delete set null,
  -- what both earned by it is written
  settled_at timestamptz,
  -- what ties the two: then it is no reputation (core/karma/ring/tie.ts)
  not_counted text,
  check (maker_id <> taker_id),
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'accepted') = (confirm_by is not null)),
  check (num_nulls(escrow_id, bond_by, terms_hash) in (0, 3)),
  check (escrow_id is null or (disputed_at is null and ruled_at is null)),
  check ((disputed_at is null) = (rule_by is null)),
  check ((ruled_at is null) = (slashed is null))
);
create index trade_maker on app.trade (maker_id, id desc);
create index trade_taker on app.trade (taker_id, id desc);
create index trade_unsettled on app.trade (id) where answer = 'accepted' and settled_at is null;
create index trade_disputed on app.trade (id) where disputed_at is not null and ruled_at is null;

-- Offers, back and forth.
create table app.trade_offer (
  trade_id uuid not null references app.trade on delete cascade,
  no smallint not null check (no >= 1),
  by_id uuid not null references app.member on delete cascade,
  -- whole karma from each side, and the wallet of whoever offers; not kept of one who left
  bond integer not null check (bond >= 0),
  wallet bytea check (length(wallet) = 20),
  answer_by timestamptz not null,
  sending_seconds integer not null check (sending_seconds > 0),
  note text,
  created_at timestamptz not null,
  primary key (trade_id, no),
  check (bond > 0 or wallet is null)
);
create index trade_offer_by on app.trade_offer (by_id);

create table app.trade_item (
  trade_id uuid not null,
  no smallint not null,
  place smallint not null,
  giver text not null check (giver in ('maker', 'taker')),
  sneaker_id uuid not null references app.sneaker,
  size text not null,
  condition text not null check (condition in ('new', 'tried', 'worn')),
  primary key (trade_id, no, giver, place),
  foreign key (trade_id, no) references app.trade_offer on delete cascade
);

-- What each side did and says.
create table app.trade_side (
  trade_id uuid not null references app.trade on delete cascade,
  member_id uuid not null references app.member on delete cascade,
  shipped_at timestamptz,
  -- without bonds
  received_at timestamptz,
  told text,
  told_at timestamptz,
  primary key (trade_id, member_id)
);
create index trade_side_member on app.trade_side (member_id);

create table app.trade_photo (
  trade_id uuid not null references app.trade on delete cascade,
  photo_id uuid primary key references app.photo on delete cascade
);
create index trade_photo_of on app.trade_photo (trade_id, photo_id);

-- Who decides a dispute, drawn by a round of the beacon that nobody knew when the list was closed.
create table app.trade_jury (
  trade_id uuid primary key references app.trade on delete cascade,
  pool uuid[] not null,
  round bigint not null,
  opened_at timestamptz not null,
  seed bytea,
  drawn_at timestamptz,
  verdict text check (verdict in ('nobody', 'maker', 'taker', 'both')),
  decided_at timestamptz,
  -- of a trade with bonds: the latest transaction that carries the verdict to the contract, written before it is broadcast
  tx_hash bytea,
  nonce bigint,
  max_fee numeric(78,0),
  max_priority_fee numeric(78,0),
  sent_at timestamptz,
  check ((seed is null) = (drawn_at is null)),
  check ((verdict is null) = (decided_at is null))
);
create index trade_jury_due on app.trade_jury (round) where seed is null;

create table app.trade_juror (
  trade_id uuid not null references app.trade_jury on delete cascade,
  member_id uuid not null references app.member on delete cascade,
  seat smallint not null,
  vote text check (vote in ('nobody', 'maker', 'taker', 'both')),
  voted_at timestamptz,
  primary key (trade_id, member_id),
  unique (trade_id, seat),
  check ((vote is null) = (voted_at is null))
);
create index trade_juror_member on app.trade_juror (member_id, trade_id);
