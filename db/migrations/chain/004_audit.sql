-- The indexer's last comparison of the ledger with the chain. No chain fact: a mirror built anew has another.
create table chain.audit (
  id boolean primary key default true check (id),
  at timestamptz not null,
  block_number bigint not null,
  -- what differs, in one sentence; null: nothing
  drift text
);
