-- The first confirmed find of a drop in an area. The bonus, if the pool paid one, is the award of rule restock.scout with
-- this restock; what a pool has spent is the sum of these.
create table app.scout_find (
  area text not null,
  drop_id uuid not null references app.drop on delete cascade,
  restock_id uuid not null unique references app.restock on delete cascade,
  -- whose pool paid it
  city text not null,
  epoch integer not null,
  primary key (area, drop_id)
);
create index scout_find_city on app.scout_find (city, epoch);
create index scout_find_drop on app.scout_find (drop_id);

-- A city's scout bonuses of an epoch, made by its first find; the row is the lock under which it is spent.
create table app.city_pool (
  city text not null,
  epoch integer not null,
  budget numeric(78,0) not null,
  primary key (city, epoch)
);

-- Which drops a pair has, and how well an area was watched lately.
create index drop_sneaker on app.drop (sneaker_id, opens_at);
create index store_place_area on app.store_place (area);
create index restock_confirmed on app.restock (store_id, confirmed_at) where confirmed_at is not null;

-- wei of the award that are on the boards. A day that is counted again can change an amount after it was counted.
alter table app.award add column counted numeric(78,0);
update app.award set counted = amount where counted_at is not null;
alter table app.award drop column counted_at;
create index award_uncounted on app.award (matures_at) where counted is null and reversed_at is null;
create index award_miscounted on app.award (id)
  where counted is not null and (reversed_at is not null or matures_at is null or counted <> amount);
