-- Every event of our contracts, one table per kind: facts, appended and (by a reorg) taken away, never changed. What is
-- so now is read from them by the views below.

-- A mirror from before this migration lacks all of these: it is forgotten, and the indexer reads the chain anew.
truncate chain.cursor, chain.block, chain.transfer, chain.account, chain.award, chain.award_batch, chain.pass_purchase;

-- Indexes that are not there during a long backfill, as statements that bring them back.
create table chain.deferred_index (
  name text primary key,
  definition text not null
);

create table chain.spend (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  from_address bytea not null,
  amount numeric(78,0) not null,
  ref bytea not null,
  -- false: moved to the contract that asked for it
  burned boolean not null,
  primary key (block_number, log_index)
);
create index spend_from on chain.spend (from_address, block_number);

create table chain.delegation (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  delegator_address bytea not null,
  from_address bytea not null,
  to_address bytea not null,
  primary key (block_number, log_index)
);
create index delegation_delegator on chain.delegation (delegator_address, block_number);
create index delegation_to on chain.delegation (to_address, block_number);

create table chain.delegate_votes (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  delegate_address bytea not null,
  previous_votes numeric(78,0) not null,
  votes numeric(78,0) not null,
  primary key (block_number, log_index)
);
create index delegate_votes_delegate on chain.delegate_votes (delegate_address, block_number);

create table chain.tier (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  tier smallint not null,
  price numeric(78,0) not null,
  -- seconds
  period bigint not null,
  min_earned numeric(78,0) not null,
  primary key (block_number, log_index)
);
create view chain.tier_now as
  select distinct on (tier) * from chain.tier order by tier, block_number desc, log_index desc;

create table chain.raffle (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  raffle_id bigint not null,
  price numeric(78,0) not null,
  winners integer not null,
  closes_at timestamptz not null,
  -- 0: no pass is needed
  tier smallint not null,
  -- of the beacon
  round bigint not null,
  prize_hash bytea not null,
  primary key (block_number, log_index),
  unique (raffle_id)
);

create table chain.raffle_end (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  raffle_id bigint not null,
  state text not null check (state in ('cancelled', 'expired')),
  primary key (block_number, log_index)
);
create index raffle_end_raffle on chain.raffle_end (raffle_id);

create table chain.raffle_entry (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  raffle_id bigint not null,
  member_address bytea not null,
  ticket bigint not null,
  primary key (block_number, log_index)
);
create index raffle_entry_raffle on chain.raffle_entry (raffle_id, ticket);
create index raffle_entry_member on chain.raffle_entry (member_address, block_number);

create table chain.raffle_refund (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  raffle_id bigint not null,
  member_address bytea not null,
  amount numeric(78,0) not null,
  primary key (block_number, log_index)
);
create index raffle_refund_raffle on chain.raffle_refund (raffle_id);
create index raffle_refund_member on chain.raffle_refund (member_address, block_number);

create table chain.raffle_draw (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  raffle_id bigint not null,
  round bigint not null,
  seed bytea not null,
  primary key (block_number, log_index)
);
create index raffle_draw_raffle on chain.raffle_draw (raffle_id);

create table chain.raffle_claim (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  raffle_id bigint not null,
  member_address bytea not null,
  -- from 0
  place integer not null,
  primary key (block_number, log_index)
);
create index raffle_claim_raffle on chain.raffle_claim (raffle_id, place);
create index raffle_claim_member on chain.raffle_claim (member_address, block_number);

create table chain.raffle_settlement (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  raffle_id bigint not null,
  amount numeric(78,0) not null,
  primary key (block_number, log_index)
);
create index raffle_settlement_raffle on chain.raffle_settlement (raffle_id);

-- open -> cancelled | expired | drawn; drawn -> settled
create view chain.raffle_now as
  select raffle.*,
    case when exists (select from chain.raffle_settlement s where s.raffle_id = raffle.raffle_id) then 'settled'
      when draw.seed is not null then 'drawn'
      else coalesce((select state from chain.raffle_end e where e.raffle_id = raffle.raffle_id), 'open')
    end as state,
    draw.seed,
    (select count(*) from chain.raffle_entry e where e.raffle_id = raffle.raffle_id) as entries
  from chain.raffle left join chain.raffle_draw draw using (raffle_id);

create table chain.proposal (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  proposal_id numeric(78,0) not null,
  proposer_address bytea not null,
  -- the calls, one element each
  targets bytea[] not null,
  call_values numeric(78,0)[] not null,
  calldatas bytea[] not null,
  vote_start timestamptz not null,
  vote_end timestamptz not null,
  -- bytes that are no text became U+FFFD: what names the proposal on chain is the hash of them as they were
  description text not null,
  description_hash bytea not null,
  primary key (block_number, log_index),
  unique (proposal_id)
);
create index proposal_proposer on chain.proposal (proposer_address);

create table chain.proposal_step (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  proposal_id numeric(78,0) not null,
  step text not null check (step in ('queued', 'executed', 'canceled')),
  -- of a queued one: when it can be executed
  eta timestamptz,
  primary key (block_number, log_index)
);
create index proposal_step_proposal on chain.proposal_step (proposal_id);

create table chain.vote (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  proposal_id numeric(78,0) not null,
  voter_address bytea not null,
  -- 0 against, 1 for, 2 abstain
  support smallint not null,
  weight numeric(78,0) not null,
  reason text not null,
  params bytea,
  primary key (block_number, log_index)
);
create index vote_proposal on chain.vote (proposal_id);
create index vote_voter on chain.vote (voter_address, block_number);

-- Who votes, votes once: the weights add up.
create view chain.proposal_now as
  select proposal.*, step.step, step.eta, tally.*
  from chain.proposal
    left join lateral (
      select step, eta from chain.proposal_step s where s.proposal_id = proposal.proposal_id
        order by block_number desc, log_index desc limit 1) step on true
    cross join lateral (
      select coalesce(sum(weight) filter (where support = 0), 0) as votes_against,
        coalesce(sum(weight) filter (where support = 1), 0) as votes_for,
        coalesce(sum(weight) filter (where support = 2), 0) as votes_abstain
      from chain.vote v where v.proposal_id = proposal.proposal_id) tally;

create table chain.flag (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  flag_key bytea not null,
  value numeric(78,0) not null,
  primary key (block_number, log_index)
);
create index flag_key on chain.flag (flag_key, block_number desc, log_index desc);
create view chain.flag_now as
  select distinct on (flag_key) * from chain.flag order by flag_key, block_number desc, log_index desc;

create table chain.trade (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  trade_id bytea not null,
  proposer_address bytea not null,
  counterparty_address bytea not null,
  -- from each side
  bond numeric(78,0) not null,
  accept_by timestamptz not null,
  confirm_by timestamptz not null,
  terms_hash bytea not null,
  primary key (block_number, log_index),
  unique (trade_id)
);
create index trade_proposer on chain.trade (proposer_address, block_number);
create index trade_counterparty on chain.trade (counterparty_address, block_number);

create table chain.trade_step (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  trade_id bytea not null,
  step text not null check
    (step in ('accepted', 'withdrawn', 'confirmed', 'completed', 'disputed', 'ruled', 'timed-out')),
  -- who confirmed, disputed or ruled
  actor_address bytea,
  -- of a dispute
  rule_by timestamptz,
  -- of a ruling: the bond of 0 nobody, 1 the proposer, 2 the counterparty, 3 both; wei burned in all
  slashed smallint,
  burned numeric(78,0),
  -- of a time-out: the state it ended, 1 proposed, 2 accepted, 3 disputed
  from_state smallint,
  primary key (block_number, log_index)
);
create index trade_step_trade on chain.trade_step (trade_id, block_number, log_index);

-- proposed -> accepted | withdrawn | timed-out; accepted -> completed | disputed | timed-out;
-- disputed -> ruled | timed-out
create view chain.trade_now as
  select trade.*, coalesce(step.step, 'proposed') as state
  from chain.trade left join lateral (
    select step from chain.trade_step s where s.trade_id = trade.trade_id and step <> 'confirmed'
      order by block_number desc, log_index desc limit 1) step on true;

create table chain.forward (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  signer_address bytea not null,
  nonce numeric(78,0) not null,
  success boolean not null,
  primary key (block_number, log_index)
);
create index forward_signer on chain.forward (signer_address, nonce);
create index forward_transaction on chain.forward (tx_hash);
