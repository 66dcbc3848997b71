create table app.member (
  id uuid primary key,
  username text not null,
  email text,
  password_hash text,
  shipping_address jsonb,
  created_at timestamptz not null default now()
);
create unique index member_username on app.member (lower(username));
create unique index member_email on app.member (lower(email));

-- One wallet, one member. A member's first wallet (lowest linked_at) receives the awards.
create table app.wallet (
  address bytea primary key check (length(address) = 20),
  member_id uuid not null references app.member on delete cascade,
  linked_at timestamptz not null default now()
);
create index wallet_member on app.wallet (member_id, linked_at);

-- Sign-In with Ethereum nonces: single use, by delete ... returning.
create table app.nonce (
  nonce text primary key,
  -- sha256 of the pre-session cookie of the browser that asked; null for a client without cookies
  browser bytea,
  expires_at timestamptz not null
);
create index nonce_expires on app.nonce (expires_at);

create table app.session (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  user_agent text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_member on app.session (member_id);

-- Failed sign-ins per subject (`login:…` or `address:…`) in the window that ends at `until`.
create table app.login_attempt (
  subject text primary key,
  failures integer not null,
  until timestamptz not null
);
create index login_attempt_until on app.login_attempt (until);
