-- The tier of the best pass that its member held when asking; with created_at it says whose turn it is (core/checkout/turn.ts).
alter table app.purchase_request add column pass_tier smallint not null default 0;

-- Checkouts whose tries were used up, with what stood in their way, for an operator to look at and to start again.
create table app.dead_letter (
  request_id uuid primary key references app.purchase_request on delete cascade,
  at timestamptz not null default now(),
  -- of core/errors.ts, and its sentence
  code text not null,
  message text not null,
  -- the state that the request had then: one past its fence is never started again
  state text not null,
  -- the request made in its place. Written before that one is, so that it is made once.
  replayed_as uuid
);
create index dead_letter_at on app.dead_letter (at);
