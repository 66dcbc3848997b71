-- The wallet that awards go to when the member chose one; else it is the one linked first.
alter table app.wallet add column paid_to boolean not null default false;
create unique index wallet_paid_to on app.wallet (member_id) where paid_to;

-- A wallet that left a member rests before another may link it: or one wallet's karma would open a drop's gate to one
-- member after the other, and deleting oneself would be a second order. Only the address and a date are kept.
create table app.resting_wallet (
  address bytea primary key check (length(address) = 20),
  -- may link it again at once; null when that member is gone
  member_id uuid references app.member on delete set null,
  until timestamptz not null
);
create index resting_wallet_until on app.resting_wallet (until);
create index resting_wallet_member on app.resting_wallet (member_id);

-- A member who left is a row without a name: what others did with it (confirmations, fences) still has its other end.
alter table app.member
  alter column username drop not null,
  add column deleted_at timestamptz,
  add check ((deleted_at is null) = (username is not null)),
  add check (deleted_at is null or (email is null and password_hash is null
    and shipping_address is null and address_encrypted is null));

-- Empty in what is left of the checkouts of a member who left.
alter table app.purchase_request alter column email drop not null;

-- A fence outlives everything: nothing that refers to it can be deleted in passing.
alter table app.checkout_fence
  drop constraint checkout_fence_member_id_fkey,
  drop constraint checkout_fence_request_id_fkey,
  add foreign key (member_id) references app.member on delete restrict,
  add foreign key (request_id) references app.purchase_request on delete restrict;

-- What a member wants to hear of: core/member/notifications.ts. No row: its defaults.
create table app.notification_setting (
  member_id uuid primary key references app.member on delete cascade,
  settings jsonb not null,
  updated_at timestamptz not null default now()
);

-- When a session last proved by password or wallet who it is.
create table app.confirmation (
  session_id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  at timestamptz not null
);
create index confirmation_member on app.confirmation (member_id);
create index confirmation_at on app.confirmation (at);
