-- Public places as points of the globe, and what goes on at them (docs/decisions/038-places-near.md).

-- A trusted extension: whoever may create in the database may have it. earthdistance is none, and its few lines are written out.
create extension if not exists cube with schema app;
-- Wherever an operator had put it before: its type is named without a schema below.
do $$ begin
  perform set_config('search_path', (select quote_ident(n.nspname) from pg_extension e
    join pg_namespace n on n.oid = e.extnamespace where e.extname = 'cube'), true);
end $$;

-- Metres from the middle of the Earth (core/geo/earth.ts): near here is near on the ground, at the date line and the poles too.
-- Stored, and made of nothing but built-in functions: a dump is restored without this extension's schema in the search path.
alter table app.store add column spot cube generated always as (
  case when latitude is not null and longitude is not null then cube(array[
    6371008.8 * cos(radians(latitude)) * cos(radians(longitude)),
    6371008.8 * cos(radians(latitude)) * sin(radians(longitude)),
    6371008.8 * sin(radians(latitude))]) end) stored;
create index store_spot on app.store using gist (spot);

-- Meet-ups and lines that members announce; what comes out (app.release) and SNPD's drops are happenings too.
create table app.happening (
  id uuid primary key,
  -- null: whoever announced it left
  member_id uuid references app.member on delete set null,
  kind text not null check (kind in ('meet-up', 'line')),
  title text not null,
  text text not null,
  store_id uuid references app.store,
  -- at no shop: what the place is called, and the cell (resolution 9) that it is in the middle of
  place text,
  cell text,
  -- of the shop or of the cell: never where a member stands
  latitude double precision not null,
  longitude double precision not null,
  spot cube generated always as (cube(array[
    6371008.8 * cos(radians(latitude)) * cos(radians(longitude)),
    6371008.8 * cos(radians(latitude)) * sin(radians(longitude)),
    6371008.8 * sin(radians(latitude))])) stored,
  -- IANA name of the place's clock
  zone text not null check (timezone(zone, timestamptz 'epoch') is not null),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cancelled boolean not null default false,
  -- not shown until a moderator said so
  hidden_at timestamptz,
  -- SEQUENCE and LAST-MODIFIED of RFC 5545
  revision integer not null default 0,
  updated_at timestamptz not null,
  created_at timestamptz not null,
  check (ends_at > starts_at),
  check ((store_id is null) = (place is not null)),
  check ((store_id is null) = (cell is not null))
);
create index happening_at on app.happening (starts_at);
create index happening_spot on app.happening using gist (spot);
create index happening_of_member on app.happening (member_id, created_at) where member_id is not null;
create index happening_of_store on app.happening (store_id) where store_id is not null;

set local search_path to default;

-- Who comes. Of a happening, a release or a drop: three tables, so no foreign key; the writer looks.
create table app.rsvp (
  happening_id uuid not null,
  member_id uuid not null references app.member on delete cascade,
  answer text not null check (answer in ('going', 'maybe')),
  answered_at timestamptz not null,
  primary key (happening_id, member_id)
);
create index rsvp_of_member on app.rsvp (member_id);

-- Services that know where places are, one row per agreement with one: its one turn, and whether it told us to stop.
create table app.geocoder (
  id text primary key,
  -- nobody asks it before; where somebody asks it right now, when that one is taken for dead
  free_at timestamptz not null,
  asking boolean not null default false,
  -- it wants no more from us, and why; deleted by an operator who has put that right
  stopped text
);

-- What they said. A question is kept as its hash alone: what somebody looked for is nobody's to read.
create table app.geocode (
  geocoder text not null references app.geocoder on delete cascade,
  question bytea not null check (length(question) = 32),
  -- [] where there is no such place; null while one process asks
  found jsonb,
  -- the terms under which it may be kept and must be named
  licence text not null,
  licence_url text not null,
  -- until when it may be kept; of one being asked, when another may ask instead
  expires_at timestamptz not null,
  primary key (geocoder, question)
);
create index geocode_expires on app.geocode (expires_at);
