-- The rest of what our contracts say: approvals, passes as tokens, who holds which role, what is closed, what waits to be
-- executed. Facts like those of 002, each with the views of what is so now.

-- A mirror of our contracts from before this migration lacks all of these: it is forgotten, and the indexer reads the chain
-- anew. That of a plain token lacks nothing.
do $$
declare
  put_off text;
begin
  if exists (select from chain.cursor where cardinality(contracts) > 1) then
    truncate chain.cursor, chain.block, chain.account, chain.audit, chain.transfer, chain.award, chain.award_batch, chain.spend,
      chain.delegation, chain.delegate_votes, chain.pass_purchase, chain.tier, chain.raffle, chain.raffle_end,
      chain.raffle_entry, chain.raffle_refund, chain.raffle_draw, chain.raffle_claim, chain.raffle_settlement, chain.proposal,
      chain.proposal_step, chain.vote, chain.flag, chain.trade, chain.trade_step, chain.forward;
    -- A mirror that begins has all its indexes.
    for put_off in delete from chain.deferred_index returning definition loop
      execute put_off;
    end loop;
  end if;
end $$;

-- No allowance: what was taken of it is not told.
create table chain.approval (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  owner_address bytea not null,
  spender_address bytea not null,
  value numeric(78,0) not null,
  primary key (block_number, log_index)
);
create index approval_owner on chain.approval (owner_address, block_number);

create table chain.daily_cap (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  cap numeric(78,0) not null,
  primary key (block_number, log_index)
);
create view chain.daily_cap_now as
  select * from chain.daily_cap order by block_number desc, log_index desc limit 1;

create table chain.domain_change (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  contract_address bytea not null,
  primary key (block_number, log_index)
);

create table chain.authority (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  contract_address bytea not null,
  authority_address bytea not null,
  primary key (block_number, log_index)
);
create view chain.authority_now as
  select distinct on (contract_address) * from chain.authority order by contract_address, block_number desc, log_index desc;

create table chain.pass_transfer (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  from_address bytea not null,
  to_address bytea not null,
  token_id numeric(78,0) not null,
  primary key (block_number, log_index)
);
create index pass_transfer_to on chain.pass_transfer (to_address, block_number);

create table chain.pass_approval (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  owner_address bytea not null,
  operator_address bytea not null,
  -- null: all of the owner's
  token_id numeric(78,0),
  approved boolean not null,
  primary key (block_number, log_index)
);

create table chain.pass_lock (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  token_id numeric(78,0) not null,
  locked boolean not null,
  primary key (block_number, log_index)
);

create table chain.pass_subscription (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  token_id numeric(78,0) not null,
  expires_at timestamptz not null,
  primary key (block_number, log_index)
);
create index pass_subscription_token on chain.pass_subscription (token_id, block_number);

create table chain.governor_setting (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  setting text not null check
    (setting in ('voting-delay', 'voting-period', 'proposal-threshold', 'quorum-numerator')),
  -- seconds, votes in wei, or per cent
  old_value numeric(78,0) not null,
  new_value numeric(78,0) not null,
  primary key (block_number, log_index)
);
create view chain.governor_setting_now as
  select distinct on (setting) * from chain.governor_setting order by setting, block_number desc, log_index desc;

create table chain.governor_timelock (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  old_address bytea not null,
  new_address bytea not null,
  primary key (block_number, log_index)
);

create table chain.timelock_call (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  operation_id bytea not null,
  call_index integer not null,
  target_address bytea not null,
  value numeric(78,0) not null,
  data bytea not null,
  -- an operation that must have been executed before; 0: none
  predecessor bytea not null,
  -- seconds
  delay numeric(78,0) not null,
  primary key (block_number, log_index)
);
create index timelock_call_operation on chain.timelock_call (operation_id);

create table chain.timelock_execution (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  operation_id bytea not null,
  call_index integer not null,
  target_address bytea not null,
  value numeric(78,0) not null,
  data bytea not null,
  primary key (block_number, log_index)
);
create index timelock_execution_operation on chain.timelock_execution (operation_id);

create table chain.timelock_salt (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  operation_id bytea not null,
  salt bytea not null,
  primary key (block_number, log_index)
);

create table chain.timelock_cancellation (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  operation_id bytea not null,
  primary key (block_number, log_index)
);
create index timelock_cancellation_operation on chain.timelock_cancellation (operation_id);

-- pending -> executed | cancelled; what was called off and scheduled again is pending again. An operation's calls are made
-- together. Delays may be longer than timestamps reach.
create view chain.timelock_operation_now as
  select operation.operation_id, operation.block_number, operation.log_index, operation.tx_hash, operation.block_time,
    operation.call_index::bigint + 1 as calls, operation.predecessor, coalesce(ended.state, 'pending') as state,
    to_timestamp(least(extract(epoch from operation.block_time) + operation.delay, 253402300799)) as ready_at
  from (select distinct on (operation_id) * from chain.timelock_call
      order by operation_id, block_number desc, log_index desc) operation
    left join lateral (
      select state from (
        select 'executed' as state, block_number, log_index from chain.timelock_execution e
          where e.operation_id = operation.operation_id
        union all
        select 'cancelled', block_number, log_index from chain.timelock_cancellation c
          where c.operation_id = operation.operation_id) each
        where (each.block_number, each.log_index) > (operation.block_number, operation.log_index)
        order by block_number desc, log_index desc limit 1) ended on true;

create table chain.timelock_delay (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  -- seconds
  old_delay numeric(78,0) not null,
  new_delay numeric(78,0) not null,
  primary key (block_number, log_index)
);

create table chain.timelock_role (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  role bytea not null,
  -- the zero address: everyone
  account_address bytea not null,
  sender_address bytea not null,
  granted boolean not null,
  primary key (block_number, log_index)
);
create view chain.timelock_role_now as
  select role, account_address, block_number, block_time, tx_hash from (
    select distinct on (role, account_address) * from chain.timelock_role
      order by role, account_address, block_number desc, log_index desc) latest
    where granted;

create table chain.timelock_role_admin (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  role bytea not null,
  old_admin bytea not null,
  new_admin bytea not null,
  primary key (block_number, log_index)
);

create table chain.role_member (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  -- of the AccessManager
  role_id numeric(78,0) not null,
  account_address bytea not null,
  granted boolean not null,
  -- of a grant: seconds that the account must wait before each call, in force from `since` on, as is the membership of
  -- a new member
  delay bigint,
  since timestamptz,
  new_member boolean,
  primary key (block_number, log_index)
);
create index role_member_account on chain.role_member (account_address, block_number);
create view chain.role_member_now as
  select role_id, account_address, delay, since, block_number, block_time, tx_hash from (
    select distinct on (role_id, account_address) * from chain.role_member
      order by role_id, account_address, block_number desc, log_index desc) latest
    where granted;

create table chain.role_label (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  role_id numeric(78,0) not null,
  label text not null,
  primary key (block_number, log_index)
);

create table chain.target_closing (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  target_address bytea not null,
  closed boolean not null,
  primary key (block_number, log_index)
);

create table chain.target_delay (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  target_address bytea not null,
  -- seconds, in force from `since` on
  delay bigint not null,
  since timestamptz not null,
  primary key (block_number, log_index)
);

create table chain.target_function (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  target_address bytea not null,
  -- 4 bytes
  selector bytea not null,
  role_id numeric(78,0) not null,
  primary key (block_number, log_index)
);
create view chain.target_function_now as
  select distinct on (target_address, selector) * from chain.target_function order by target_address, selector, block_number desc, log_index desc;

-- Every contract that obeys an AccessManager, or that it was told of.
create view chain.target_now as
  select target_address,
    coalesce((select closed from chain.target_closing c where c.target_address = target.target_address
      order by block_number desc, log_index desc limit 1), false) as closed,
    coalesce(latest.delay, 0) as admin_delay, latest.since as admin_delay_since,
    (select authority_address from chain.authority_now a where a.contract_address = target.target_address) as authority
  from (select contract_address as target_address from chain.authority union select target_address from chain.target_closing
      union select target_address from chain.target_delay union select target_address from chain.target_function) target
    left join lateral (select delay, since from chain.target_delay d where d.target_address = target.target_address
      order by block_number desc, log_index desc limit 1) latest on true;

create table chain.role_setting (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  role_id numeric(78,0) not null,
  setting text not null check (setting in ('admin', 'guardian', 'grant-delay')),
  -- the role that grants it or that calls its operations off, or the seconds that a grant waits, from `since` on
  value numeric(78,0) not null,
  since timestamptz,
  primary key (block_number, log_index)
);

-- Every role that was ever named. Nothing said: ADMIN (0) grants and watches it, and grants do not wait.
create view chain.role_now as
  select role_id,
    (select label from chain.role_label l where l.role_id = role.role_id
      order by block_number desc, log_index desc limit 1) as label,
    coalesce(max(value) filter (where setting = 'admin'), 0) as admin,
    coalesce(max(value) filter (where setting = 'guardian'), 0) as guardian,
    coalesce(max(value) filter (where setting = 'grant-delay'), 0) as grant_delay,
    max(since) filter (where setting = 'grant-delay') as grant_delay_since,
    (select count(*) from chain.role_member_now m where m.role_id = role.role_id) as members
  from (select role_id from chain.role_member union select role_id from chain.role_label
      union select role_id from chain.role_setting union select role_id from chain.target_function) role
    left join (select distinct on (role_id, setting) * from chain.role_setting
      order by role_id, setting, block_number desc, log_index desc) latest using (role_id)
  group by role_id;

create table chain.access_operation (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  operation_id bytea not null,
  -- how often it was scheduled
  nonce bigint not null,
  ready_at timestamptz not null,
  caller_address bytea not null,
  target_address bytea not null,
  data bytea not null,
  primary key (block_number, log_index)
);
create index access_operation_id on chain.access_operation (operation_id, nonce);

create table chain.access_operation_step (
  block_number bigint not null,
  log_index integer not null,
  tx_hash bytea not null,
  block_time timestamptz not null,
  operation_id bytea not null,
  nonce bigint not null,
  step text not null check (step in ('executed', 'canceled')),
  primary key (block_number, log_index)
);
create index access_operation_step_id on chain.access_operation_step (operation_id, nonce);

-- scheduled -> executed | canceled; nothing is executed after `expires_at`, a week later than it could be.
create view chain.access_operation_now as
  select operation.*, operation.ready_at + interval '7 days' as expires_at, coalesce(ended.step, 'scheduled') as state
  from (select distinct on (operation_id) * from chain.access_operation
      order by operation_id, block_number desc, log_index desc) operation
    left join chain.access_operation_step ended using (operation_id, nonce);
