-- Where a store is, as H3 cells (core/cell): the door is of resolution 9, the others are its parents. Written beside the
-- store by db/places; for stores that were here before, at the next start.
create table app.store_place (
  store_id uuid primary key references app.store on delete cascade,
  door text not null,
  street text not null,
  area text not null,
  city text not null
);
create index store_place_city on app.store_place (city, street);
create index store_place_street on app.store_place (street);

-- The leaderboards: what each member's acts earned, by place and by time of the act. Derived from app.award by
-- db/leaderboard/count.ts, and can be made again from it.
create table app.standing (
  -- a city or a street; empty for everywhere
  cell text not null,
  -- all, a month as 2026-11 or an ISO week as 2026-W48, UTC
  period text not null,
  member_id uuid not null references app.member on delete cascade,
  karma numeric(78,0) not null,
  primary key (cell, period, member_id)
);
create index standing_rank on app.standing (cell, period, karma desc, member_id);
create index standing_member on app.standing (member_id);

-- wei of the award that are on the boards: of matured ones; taken off again of reversed ones. A day that is counted again
-- can change an amount after it was counted.
alter table app.award add column counted numeric(78,0);
create index award_uncounted on app.award (matures_at) where counted is null and reversed_at is null;
create index award_miscounted on app.award (id)
  where counted is not null and (reversed_at is not null or matures_at is null or counted <> amount);

-- Does not want to be on leaderboards.
alter table app.member add column unlisted boolean not null default false;
-- The few who are on no board: ranks are counted over all and these taken off.
create index member_unlisted on app.member (id) where unlisted;
