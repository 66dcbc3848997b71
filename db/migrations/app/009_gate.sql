-- What a member may do beyond what is one's own; given by npm run members, never by the API.
alter table app.member add column role text not null default 'member'
  check (role in ('member', 'moderator', 'admin'));

-- Answers to POSTs that carried an Idempotency-Key, kept a day.
create table app.idempotency (
  -- sha256 of who asked and the key; the key itself is kept nowhere
  id bytea primary key check (length(id) = 32),
  -- keyed hash of method, address and body: a body may hold a password, a plain hash of it could be guessed at
  request bytea not null check (length(request) = 32),
  -- whose run it is until claimed_until; a run that ended without an answer (a crash) is then given to the next one
  claim uuid not null,
  claimed_until timestamptz not null,
  -- version | iv | ciphertext and tag (app/api/idempotency/seal.ts); null while the request runs
  answer bytea,
  expires_at timestamptz not null
);
create index idempotency_expires on app.idempotency (expires_at);

-- The table of rate-limiter-flexible, as its RateLimiterPostgres would make it. Unlogged: a crash of the server forgives,
-- and counting costs no write-ahead log. expire: milliseconds since the Unix epoch.
create unlogged table app.rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
) with (fillfactor = 50);
