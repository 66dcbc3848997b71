-- A restock has one row whoever saw it, members or a monitor (docs/decisions/031-what-a-restock-is.md), and photos.

-- A shop that is only in the web is nowhere: it has no cells in app.store_place.
alter table app.store
  alter column address drop not null,
  alter column latitude drop not null,
  alter column longitude drop not null,
  add check ((latitude is null) = (longitude is null)),
  add check (latitude is null or address is not null);

alter table app.restock
  -- null: no member reported it, a monitor saw it first
  alter column reported_by drop not null,
  -- who was first
  add column source text not null default 'member' check (source in ('member', 'monitor')),
  -- the change that a monitor saw (app.stock_change), also of one that a member was first with; null: no monitor did
  add column change_id uuid unique,
  -- the monitor's: of 0 to 1, and what the shop said, quoted
  add column confidence real check (confidence between 0 and 1),
  add column evidence text,
  -- when the monitor's request left, and when its answer was read
  add column asked_at timestamptz,
  add column seen_at timestamptz,
  -- the shop said that it is gone
  add column ended_at timestamptz,
  -- the first whose confirmation counts, of one that no member reported
  add column vouched_by uuid references app.member on delete set null,
  add check ((source = 'member') = (reported_by is not null)),
  add check (source = 'member' or change_id is not null),
  add check ((change_id is null) = (confidence is null) and (change_id is null) = (seen_at is null));
-- What a monitor still sees is one restock, whatever else goes wrong.
create unique index restock_watched on app.restock (sneaker_id, store_id, size) where change_id is not null and ended_at is null;
-- Who was vouched for lately, as restock_reporter.
create index restock_vouched on app.restock (vouched_by, reported_at desc) where vouched_by is not null;
-- The list by one thing, newest first: the planner walks one of these, or restock_recent, backwards.
create index restock_of_sneaker on app.restock (sneaker_id, id desc);
create index restock_of_store on app.restock (store_id, id desc);
create index restock_confirmed_recent on app.restock (id desc) where confirmed_at is not null;
create index restock_monitored_recent on app.restock (id desc) where source = 'monitor';

-- What a member wrote who reported what a monitor had seen; emptied when they leave.
alter table app.restock_confirmation add column note text;

-- Pictures that members took, of restocks and whatever else refers to them: decoded and drawn anew, so nothing but pixels.
create table app.photo (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  webp bytea not null check (length(webp) <= 4194304),
  width integer not null check (width between 1 and 1600),
  height integer not null check (height between 1 and 1600),
  created_at timestamptz not null
);
create index photo_member on app.photo (member_id, created_at desc);

create table app.restock_photo (
  restock_id uuid not null references app.restock on delete cascade,
  photo_id uuid primary key references app.photo on delete cascade
);
create index restock_photo_of on app.restock_photo (restock_id, photo_id);
