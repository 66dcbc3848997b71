-- Draws of shops, which members enter by a form of the shop's (adapters/raffles); SNPD's own raffles are on chain.
-- Never twice: at most one entry per member and draw. The row is committed before the click that enters.
create table app.raffle_form_entry (
  member_id uuid not null references app.member on delete cascade,
  -- its page, as core/raffle-form/draw.ts names it
  draw text not null,
  title text not null,
  state text not null check (state in ('submitting', 'entered')),
  -- core/raffle-form/outcome.ts; null until something is known
  outcome jsonb,
  at timestamptz not null default now(),
  primary key (member_id, draw),
  check (state = 'submitting' or outcome is not null)
);
