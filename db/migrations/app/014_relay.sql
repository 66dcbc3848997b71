-- Calls that members signed, and that SNPD sends and pays for: docs/decisions/022-relay.md.

-- Requests that go to the chain together. Which ones is fixed before a transaction exists.
create table app.relay_batch (
  id bigint generated always as identity primary key,
  created_at timestamptz not null
);

-- Every transaction that was to carry a batch, written before it is broadcast. Fees in wei per gas.
create table app.relay_transaction (
  tx_hash bytea primary key,
  batch_id bigint not null references app.relay_batch,
  -- the account that pays, and its nonce: several with the same one replace each other, of one batch or not
  relayer bytea not null,
  nonce bigint not null,
  max_fee numeric(78,0) not null,
  max_priority_fee numeric(78,0) not null,
  sent_at timestamptz not null,
  -- the block that a node named for it; null again when none does any more. The mirror has the last word.
  mined_block bigint
);
create index relay_transaction_batch on app.relay_transaction (batch_id, sent_at desc);
create index relay_transaction_nonce on app.relay_transaction (relayer, nonce, sent_at desc);

create table app.relay_request (
  id uuid primary key,
  -- null: the member left while it was on its way
  member_id uuid references app.member on delete cascade,
  -- what was signed: an ERC2771Forwarder's ForwardRequest without value
  chain_id bigint not null,
  from_address bytea not null,
  to_address bytea not null,
  gas bigint not null,
  nonce numeric(78,0) not null,
  deadline timestamptz not null,
  data bytea not null,
  signature bytea not null,
  -- contract and function, for its reader
  call text not null,
  created_at timestamptz not null,
  batch_id bigint references app.relay_batch,
  -- code, message and fix: why it is not sent
  refusal jsonb,
  -- somebody else's transaction that used its number, and whether it carried this very request
  foreign_tx bytea,
  foreign_is_this boolean not null default false,
  -- the state that the member was told last; the state itself is read off the facts (core/relay/states.ts)
  told text not null default 'queued',
  -- how it ended, once no reorg can change that: nobody looks after it any more
  outcome text,
  check (refusal is null or batch_id is null)
);
-- Two that could both still be carried out never have the same number: so the chain's word on a number names one of them.
create unique index relay_request_number on app.relay_request (from_address, nonce) where outcome is null;
create index relay_request_queued on app.relay_request (from_address, nonce) where outcome is null and batch_id is null;
create index relay_request_open on app.relay_request (batch_id) where outcome is null and batch_id is not null;
create index relay_request_member on app.relay_request (member_id, id desc);
