-- An award is written in the same transaction as the act it rewards. One act earns a rule once.
create table app.award (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  rule text not null,
  source_id uuid not null,
  amount numeric(78,0) not null check (amount > 0),
  ruleset bytea not null,
  created_at timestamptz not null default now(),
  -- null until the act is confirmed; then the end of the challenge window
  matures_at timestamptz,
  reversed_at timestamptz,
  -- the dense on-chain award number; given once, when the award is frozen into a batch
  award_id bigint unique,
  unique (rule, source_id, member_id),
  check (award_id is null or reversed_at is null)
);
create index award_member on app.award (member_id, created_at desc);
create index award_due on app.award (matures_at) where award_id is null and reversed_at is null;

-- A frozen batch: its content is a row before it is a transaction. Finished when chain.award_batch has its first_id.
create table app.award_batch (
  first_id bigint primary key,
  packed text[] not null,
  ruleset bytea not null,
  created_at timestamptz not null default now(),
  -- the latest transaction, written before it is broadcast; a resend keeps the nonce and bids more (wei per gas)
  tx_hash bytea,
  nonce bigint,
  max_fee numeric(78,0),
  max_priority_fee numeric(78,0),
  sent_at timestamptz,
  sends integer not null default 0
);
