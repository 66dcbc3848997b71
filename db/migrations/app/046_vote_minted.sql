-- What had ever been minted when the vote on a proposal opened: its quorum is a share of that. A sum over the mirror that no
-- reorg can change any more, kept because it grows with every mint: 1 s for each of them after a million mints.
create table app.vote_minted (
  -- of the chain: another one can have the same proposal
  genesis_hash bytea not null,
  proposal_id numeric(78,0) not null,
  vote_start timestamptz not null,
  -- wei
  minted numeric(78,0) not null,
  primary key (proposal_id, genesis_hash, vote_start)
);
