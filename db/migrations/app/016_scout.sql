-- The first confirmed find of a drop in an area. The bonus, if the pool paid one, is the award of rule restock.scout with
-- this restock; what a pool has spent is the sum of these.
create table app.scout_find (
  area text not null,
  drop_id uuid not null references app.drop on delete cascade,
  restock_id uuid not null unique references app.restock on delete cascade,
  -- whose pool paid it
  city text not null,
  epoch integer not null,
  -- wei that it holds of its pool: the most its award can ever be, since a recount of the day or a lifted discount can raise
  -- an award after it was paid. Null where no pool paid.
  held numeric(78,0),
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
