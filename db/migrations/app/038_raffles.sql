-- Raffles as their operators describe them; what the chain has of one is in schema chain, under the same hash (ADR 041).
create table app.raffle_plan (
  id uuid primary key,
  -- null: left
  created_by uuid references app.member on delete set null,
  created_at timestamptz not null,
  title text not null,
  text text not null,
  -- [{title, count}], the best first: count places each
  prizes jsonb not null,
  -- wei of karma a ticket costs
  price numeric(78,0) not null,
  winners integer not null check (winners between 1 and 500),
  closes_at timestamptz not null,
  -- 0: no pass is needed
  tier smallint not null check (tier between 0 and 255),
  -- of core/raffle/plan.ts; the plan's id is part of what is hashed, so it names one plan
  prize_hash bytea not null unique,
  -- its operator wants it called off
  withdrawn_at timestamptz,
  -- code, message and fix: why the chain does not have it
  refusal jsonb
);

-- What the account that runs raffles was to call under each of its nonces: written before any transaction, and never changed,
-- so that a raffle is created once whatever is killed or reorganised.
create table app.raffle_call (
  account bytea not null,
  nonce bigint not null,
  act text not null check (act in ('create', 'cancel', 'draw', 'settle', 'expire', 'refund')),
  -- of what is created
  plan_id uuid references app.raffle_plan,
  -- of everything else
  raffle_id bigint,
  -- who is refunded
  member_address bytea,
  -- the Raffle contract, and what it is told
  to_address bytea not null,
  data bytea not null,
  gas bigint not null,
  created_at timestamptz not null,
  primary key (account, nonce),
  check ((act = 'create') = (plan_id is not null) and (act = 'create') = (raffle_id is null)),
  check ((act = 'refund') = (member_address is not null))
);
-- A plan is created once, ever.
create unique index raffle_call_plan on app.raffle_call (plan_id) where plan_id is not null;

-- Every transaction that was to carry a call, written before it is broadcast. Fees in wei per gas.
create table app.raffle_transaction (
  tx_hash bytea primary key,
  account bytea not null,
  nonce bigint not null,
  max_fee numeric(78,0) not null,
  max_priority_fee numeric(78,0) not null,
  sent_at timestamptz not null,
  foreign key (account, nonce) references app.raffle_call
);
create index raffle_transaction_nonce on app.raffle_transaction (account, nonce, sent_at desc);

-- What the contracts say of the beacon that decides, read from them by the draw worker: pages need it and ask no node.
create table app.raffle_beacon (
  -- of the Raffle contract
  contract bytea primary key,
  -- seconds from a raffle's close to its round
  margin bigint not null,
  chain_hash text not null,
  -- point of G2, compressed, hex
  public_key text not null,
  -- unix seconds of round 1, and seconds between two
  genesis bigint not null,
  period integer not null
);

-- Rounds that decided, as the beacon signed them: whoever wants to check a draw gets them from us and trusts us with nothing.
create table app.beacon_round (
  chain_hash text not null,
  round bigint not null,
  -- point of G1, compressed, hex
  signature text not null,
  primary key (chain_hash, round)
);

-- Who was told what of a raffle: nobody hears twice of the same, also when a reorg has it happen again.
create table app.raffle_news (
  raffle_id bigint not null,
  member_id uuid not null references app.member on delete cascade,
  news text not null check (news in ('won', 'refunded', 'sent')),
  told_at timestamptz not null,
  primary key (raffle_id, member_id, news)
);
create index raffle_news_member on app.raffle_news (member_id);

-- Draws whose winners were told, by what they follow from.
create table app.raffle_told (
  raffle_id bigint not null,
  seed bytea not null,
  entries bigint not null,
  primary key (raffle_id, seed, entries)
);

-- What is given to a winner: whereto, and how far it is on its way.
create table app.raffle_prize (
  id uuid primary key,
  plan_id uuid not null references app.raffle_plan,
  -- from 0
  place integer not null check (place >= 0),
  -- null: left
  member_id uuid references app.member on delete set null,
  -- as it was when the winner said so, under the winner's own key of the vault; null: left
  address_encrypted bytea,
  asked_at timestamptz not null,
  sent_at timestamptz,
  -- what the parcel is followed by
  tracking text,
  received_at timestamptz,
  unique (plan_id, place),
  check (sent_at is not null or (tracking is null and received_at is null))
);
create index raffle_prize_member on app.raffle_prize (member_id) where member_id is not null;

-- News of a raffle are alerts too.
alter table app.alert add column raffle_id bigint;
alter table app.alert drop constraint alert_check;
alter table app.alert add constraint alert_check
  check (case kind
    when 'restock' then num_nulls(restock_id, sneaker_id, size, store_id, source, confidence, seen_at) = 0 and member_id is null
    when 'drop' then num_nulls(drop_id, sneaker_id, store_id) = 0 and member_id is null
    when 'purchase' then num_nulls(request_id, state, member_id) = 0
    when 'award' then num_nulls(award_id, member_id) = 0
    when 'group' then num_nulls(group_id, call_id) = 0 and member_id is null
    when 'raffle' then num_nulls(raffle_id, state, member_id) = 0
    else false end);

-- Draws of shops that members asked SNPD to enter them in (ADR 027); what may have been sent is in app.raffle_form_entry.
create table app.raffle_form_request (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  url text not null,
  -- its page, as core/raffle-form/draw.ts names it
  draw text not null,
  -- what the form may ask for beside the address: under the member's key of the vault
  details_encrypted bytea not null,
  state text not null check (state in ('queued', 'running', 'ended')),
  -- the last step, in words
  note text,
  outcome jsonb,
  -- whose it is while it runs, and until when nobody else takes it
  lease uuid,
  lease_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state = 'ended') = (outcome is not null)),
  check ((state = 'running') = (lease is not null) and (lease is null) = (lease_until is null))
);
-- Asked for once at a time.
create unique index raffle_form_request_draw on app.raffle_form_request (member_id, draw) where state <> 'ended';
create index raffle_form_request_open on app.raffle_form_request (id) where state <> 'ended';
create index raffle_form_request_member on app.raffle_form_request (member_id, id desc);
