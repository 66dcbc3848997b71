-- Votes are chain facts, and chain.proposal, chain.vote and chain.flag have them: docs/decisions/043-votes.md.

-- Every transaction that was to bring a proposal on, written before it is broadcast. Fees in wei per gas.
create table app.keeper_transaction (
  tx_hash bytea primary key,
  proposal_id numeric(78,0) not null,
  step text not null check (step in ('queue', 'execute')),
  -- the account that pays, and its nonce: several with the same one replace each other
  keeper bytea not null,
  nonce bigint not null,
  max_fee numeric(78,0) not null,
  max_priority_fee numeric(78,0) not null,
  sent_at timestamptz not null
);
create index keeper_transaction_nonce on app.keeper_transaction (keeper, nonce, sent_at desc);

-- What members were told of which proposal, once each: its news come of time and of the mirror.
create table app.vote_told (
  proposal_id numeric(78,0) not null,
  state text not null check (state in ('open', 'won', 'lost', 'in-force')),
  primary key (proposal_id, state)
);

-- News of a vote are alerts too. Of every kind that there is by now, whatever migrations came before: one is added.
alter table app.alert add column proposal_id numeric(78,0);
do $$
declare
  was text := (select pg_get_constraintdef(oid) from pg_constraint
    where conname = 'alert_check' and conrelid = 'app.alert'::regclass);
begin
  alter table app.alert drop constraint alert_check;
  execute 'alter table app.alert add constraint alert_check ' || regexp_replace(was, 'ELSE false',
    'WHEN ''vote''::text THEN ((num_nulls(proposal_id, state) = 0) AND (member_id IS NULL)) ELSE false');
end $$;
