-- A mirror of chain facts. Owned and written by the indexer's role alone; the app's role may only read
-- (default privileges set by db/roles.ts). Addresses and hashes are bytea, amounts numeric(78,0) wei.

-- Where the mirror stands: one row.
create table chain.cursor (
  id boolean primary key default true check (id),
  chain_id bigint not null,
  genesis_hash bytea not null,
  -- the contracts whose logs are mirrored
  contracts bytea[] not null default '{}',
  from_block bigint not null,
  block_number bigint not null,
  block_hash bytea,
  block_time timestamptz,
  finalized_number bigint not null default 0
);

-- Hashes of the tail that a reorg can still replace; pruned below `finalized`.
create table chain.block (
  number bigint primary key,
  hash bytea not null,
  parent_hash bytea not null,
  block_time timestamptz not null
);

create table chain.transfer (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  from_address bytea not null,
  to_address bytea not null,
  value numeric(78,0) not null,
  block_time timestamptz not null,
  primary key (block_number, log_index)
);
create index transfer_from on chain.transfer (from_address, block_number);
create index transfer_to on chain.transfer (to_address, block_number);

-- balance = sum of transfers in - out; earned = sum of awards. Kept in the same transaction as the rows it sums.
create table chain.account (
  address bytea primary key,
  balance numeric(78,0) not null check (balance >= 0),
  earned numeric(78,0) not null default 0 check (earned >= 0)
);

create table chain.award (
  award_id bigint primary key,
  to_address bytea not null,
  amount numeric(78,0) not null,
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null
);
create index award_block on chain.award (block_number);
create index award_to on chain.award (to_address);

create table chain.award_batch (
  first_id bigint primary key,
  count integer not null,
  ruleset bytea not null,
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null
);
create index award_batch_block on chain.award_batch (block_number);

-- Each purchase or renewal; a member's pass is the row with the highest (block_number, log_index).
create table chain.pass_purchase (
  member_address bytea not null,
  tier smallint not null,
  expires_at timestamptz not null,
  paid numeric(78,0) not null,
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  primary key (block_number, log_index)
);
create index pass_purchase_member on chain.pass_purchase (member_address, block_number desc, log_index desc);

-- The indexer's sign of life, written at each poll; no chain fact.
create table chain.heartbeat (
  id boolean primary key default true check (id),
  at timestamptz not null
);
