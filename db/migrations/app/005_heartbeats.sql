-- What /api/health says of processes that cannot be asked: each worker writes its own row every few seconds.
create table app.heartbeat (
  component text primary key,
  at timestamptz not null default now(),
  detail jsonb not null default '{}'
);
