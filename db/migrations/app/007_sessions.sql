-- A session is the family of its refresh tokens. Those of before had none: they end here, members sign in once more.
delete from app.session;
alter table app.session
  drop column revoked_at,
  -- however much it is used, it ends here
  add column ends_at timestamptz not null,
  add column used_at timestamptz not null,
  -- sha256 of the two random parts of the newest refresh token: one is the family's, one its own; and of the own part
  -- of the token before it, to tell two tabs that race from somebody who kept a copy
  add column family bytea not null check (length(family) = 32),
  add column secret bytea not null check (length(secret) = 32),
  add column replaced bytea check (length(replaced) = 32);
create index session_expires on app.session (expires_at);

-- A password of 8 to 14 characters is allowed beside a wallet: the last wallet then has to stay.
alter table app.member add column password_is_short boolean not null default false;
