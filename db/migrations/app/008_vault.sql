-- A member's data key, wrapped by a key-encryption key that no database ever sees: version | kek id | iv | tag | ct.
-- A member who is deleted keeps the row without the key, so that none is ever made again.
create table app.member_key (
  member_id uuid primary key references app.member on delete cascade,
  wrapped bytea,
  kek bytea generated always as (substring(wrapped from 2 for 8)) stored,
  created_at timestamptz not null default now(),
  shredded_at timestamptz,
  check ((wrapped is null) = (shredded_at is not null))
);
-- What a rotation has left to do.
create index member_key_kek on app.member_key (kek, member_id);

-- Encrypted by the member's data key for this table, column and row. The plain columns are emptied while we run
-- (db/vault/plain.ts) and stay only as long as there can be rows of before.
alter table app.member
  add column address_encrypted bytea,
  add constraint member_address_once check (shipping_address is null or address_encrypted is null);
alter table app.purchase_request
  alter column shipping drop not null,
  add column shipping_encrypted bytea,
  add constraint purchase_shipping_once check (shipping is null or shipping_encrypted is null);
create index member_plain on app.member (id) where shipping_address is not null;
create index purchase_request_plain on app.purchase_request (id) where shipping is not null;

-- Payment details, sealed in the member's browser to the checkout workers' public key. Always of one length.
create table app.payment_details (
  member_id uuid primary key references app.member on delete cascade,
  key_id text not null,
  sealed bytea not null check (length(sealed) = 560),
  label text not null,
  updated_at timestamptz not null default now()
);
create index payment_details_key on app.payment_details (key_id);

-- The security code of one request, sealed likewise; gone in the transaction that ends the request. Unlogged: it is in
-- no WAL and so in no backup made of it. After a crash the table is empty, and the member is asked again.
create unlogged table app.purchase_secret (
  request_id uuid primary key references app.purchase_request on delete cascade,
  key_id text not null,
  sealed bytea not null check (length(sealed) = 64),
  created_at timestamptz not null default now()
);
