-- Shops as their guests see them: what all processes together must keep to (docs/decisions/025-one-gate-per-origin.md).
create table app.shop_origin (
  origin text primary key,
  -- the lease of who is there; null: nobody
  lease uuid,
  -- until when it holds; without one, since when nobody is there
  until timestamptz not null default to_timestamp(0),
  -- nobody asks before (Retry-After)
  not_before timestamptz not null default to_timestamp(0),
  -- what its robots.txt wants between two pages
  crawl_delay_ms integer not null default 0 check (crawl_delay_ms >= 0),
  -- requests that it may still be asked (core/manners/budget.ts), and when that was counted
  tokens double precision not null,
  counted_at timestamptz not null,
  -- its robots.txt: null without one; robots_at is null until it was asked for
  robots text,
  robots_at timestamptz
);

-- Who waits to go in; rows of those who stopped asking are swept away by who goes in.
create table app.shop_visitor (
  origin text not null references app.shop_origin on delete cascade,
  visitor uuid not null,
  -- a lower one goes first, then a lower place, then who came first
  rank smallint not null,
  place double precision not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (origin, visitor)
);
