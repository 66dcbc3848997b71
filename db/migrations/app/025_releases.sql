-- The shop's clock: a day of a release is a day there. The check refuses what Postgres knows no zone by.
alter table app.store add column time_zone text not null default 'UTC'
  check (timezone(time_zone, timestamptz 'epoch') is not null);

-- When a pair comes out where: what operators read at a shop or a brand. Drops (app.drop) are SNPD's own.
create table app.release (
  id uuid primary key,
  sneaker_id uuid not null references app.sneaker,
  -- null: at many shops, or nobody said where
  store_id uuid references app.store,
  -- precision `date`: the midnight that begins the day in `zone`
  releases_at timestamptz not null,
  precision text not null check (precision in ('date', 'time')),
  -- IANA name; the release's own, since it may be of no one shop
  zone text not null check (timezone(zone, timestamptz 'epoch') is not null),
  kind text not null check (kind in ('drop', 'raffle', 'in-store', 'online')),
  url text,
  price_minor integer check (price_minor >= 0),
  currency char(3),
  -- who said so, in a few words
  evidence text not null,
  cancelled boolean not null default false,
  -- how often it was changed since it was announced, and when last: SEQUENCE and LAST-MODIFIED of RFC 5545
  revision integer not null default 0,
  updated_at timestamptz not null default now(),
  check ((price_minor is null) = (currency is null)),
  check (precision = 'time' or date_trunc('day', timezone(zone, releases_at)) = timezone(zone, releases_at))
);
create index release_at on app.release (releases_at);

alter table app.drop
  add column revision integer not null default 0,
  add column updated_at timestamptz not null default now();
update app.drop set updated_at = created_at;

create function app.revise() returns trigger language plpgsql as $$
begin
  new.revision := old.revision + 1;
  new.updated_at := now();
  return new;
end $$;
create trigger release_revised before update on app.release for each row
  when (old.* is distinct from new.*) execute function app.revise();
create trigger drop_revised before update on app.drop for each row
  when (old.* is distinct from new.*) execute function app.revise();
