-- Every rule set that an award was decided by, as the text whose Keccak-256 is its hash: what a mint names can be looked up
-- for as long as the mint is on chain. Rows are added, never changed.
create table app.ruleset (
  hash bytea primary key check (length(hash) = 32),
  content text not null,
  since timestamptz not null default now()
);
create index ruleset_since on app.ruleset (since desc);

-- The one that decided every award until now.
insert into app.ruleset (hash, content, since) values (
  '\xc669cd54fcf6e95ecbd4df458d63eaad4d3754157550aa6f66ee267cbcdda958',
  '{"rules":{"restock.first-confirmation":{"award":"1000000000000000000","capPerDay":30,"category":"intel","maturesAfter":"challenge-window","needs":{"confirmations":1},"on":"restock.first-confirmation"},"restock.report":{"award":"10000000000000000000","capPerDay":10,"category":"intel","maturesAfter":"challenge-window","needs":{"confirmations":1},"on":"restock.report"}},"version":1}',
  '2026-11-22T00:00:00Z');

-- Of what was refused by a cap the amount is what it would be: 0 where the rule pays nothing.
alter table app.award drop constraint award_amount_check;
alter table app.award
  add column category text not null default 'intel',
  add column needs_confirmations integer not null default 1,
  -- independent members who confirmed the act so far
  add column confirmations integer not null default 0,
  -- what the decision was made of, in basis points: for a recount, and for the replay of a proposed rule set
  add column ring_discount integer not null default 0,
  add column place_factor integer not null default 10000,
  -- awards of the rule that came before it on its day
  add column earned_before integer not null default 0,
  -- sentences for the member
  add column why text[] not null default '{}',
  -- the end of the challenge window, also of a capped one; matures_at is that, or later while the award is held
  add column ready_at timestamptz,
  add column capped_by text check (capped_by in ('off', 'trust', 'ring', 'day', 'budget')),
  -- whose budget it is charged to, or was refused by; null until it is confirmed
  add column epoch integer,
  add column reversed_by uuid references app.member on delete set null,
  add check (amount > 0 or (amount = 0 and capped_by is not null)),
  -- what is capped is neither due nor minted, whatever else goes wrong
  add check (capped_by is null or (matures_at is null and award_id is null));
update app.award set ready_at = matures_at, confirmations = case when matures_at is null then 0 else 1 end;
create index award_source on app.award (source_id);
-- Who comes next when a reversal frees a part of the budget.
create index award_over_budget on app.award (category, epoch, created_at, id) where capped_by = 'budget' and reversed_at is null;
create index award_reversed_by on app.award (reversed_by) where reversed_by is not null;

-- wei that awards which mature or matured took of an epoch's budget; what was reversed went back.
create table app.karma_budget (
  category text not null,
  epoch integer not null,
  spent numeric(78,0) not null check (spent >= 0),
  primary key (category, epoch)
);

-- A member disputes a restock: its awards are held until a moderator decides, for a bounded time.
create table app.challenge (
  id uuid primary key,
  restock_id uuid not null references app.restock on delete cascade,
  member_id uuid not null references app.member on delete cascade,
  -- emptied when its author leaves
  reason text not null,
  opened_at timestamptz not null,
  -- without a decision it is over then
  holds_until timestamptz not null,
  outcome text check (outcome in ('upheld', 'dismissed', 'false')),
  note text,
  resolved_at timestamptz,
  resolved_by uuid references app.member on delete set null,
  check ((outcome is null) = (resolved_at is null)),
  unique (restock_id, member_id)
);
create index challenge_member on app.challenge (member_id, opened_at desc);
create index challenge_open on app.challenge (id) where outcome is null;
create index challenge_resolved_by on app.challenge (resolved_by) where resolved_by is not null;
