-- auto: no look at the total in between, where the member asked for it and the shop allows it.
alter table app.purchase_request drop constraint purchase_request_mode_check;
alter table app.purchase_request add constraint purchase_request_mode_check
  check (mode in ('review', 'dry-run', 'auto'));

alter table app.purchase_request
  -- {shipping, payment}: what the member would rather have where the shop leaves a choice
  add column preferences jsonb not null default '{"shipping": "cheapest", "payment": []}',
  -- the member had a hand in the worker's page: from then on only the member says yes to a total, whatever the mode
  add column helped boolean not null default false,
  -- {came, number, at}: what the member says came of an order that nobody could read about
  add column word jsonb;

-- The member pressed the button: what they gave the shop (another mail, another address) is not known here, so that the
-- shop's "no order" under their mail proves nothing.
alter table app.checkout_fence add column by_hand boolean not null default false;

drop index app.purchase_request_open;
create index purchase_request_open on app.purchase_request (id)
  where state in ('queued', 'walking', 'with-member', 'review', 'confirmed', 'submitting');

-- A worker's page that its member may see and use. Gone when it is given back, when the request ends, or its time is up.
-- Nothing of what the page shows or the member types is here or anywhere else at rest (ADR 026).
create table app.live_page (
  request_id uuid primary key references app.purchase_request on delete cascade,
  -- host:port where the worker that has the page listens, for the web processes alone
  address text not null,
  -- what both ends of that line show each other (TLS-PSK); random, of this page alone
  key bytea not null check (length(key) = 32),
  reason text not null,
  detail text not null,
  until timestamptz not null,
  -- how the member gave it back: go-on, ordered
  returned text
);
