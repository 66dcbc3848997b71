-- Where feeds look for a post: under its area where it is told finer than that, else under the coarser cell that it is told
-- to be in (core/feed/near.ts; docs/decisions/034-nearby-feed.md). Of resolution 8, H3's parent: one less in the four bits
-- from the 52nd, and the last digit, the three bits from the 21st, unused.
alter table app.post add column near bigint generated always as (
  case when resolution = 8 then (published - (1::bigint << 52)) | (7::bigint << 21) else published end) stored;

-- A feed is a few dozen of these ranges, merged.
create index post_near_new on app.post (near, id)
  where near is not null and root_id is null and group_id is null and hidden_at is null;
create index post_near_hot on app.post (near, hot, id)
  where near is not null and root_id is null and group_id is null and hidden_at is null;
