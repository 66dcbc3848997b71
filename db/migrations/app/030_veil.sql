-- Where members are, as far as their devices tell: areas of some 5 km², for at most 30 days (docs/decisions/035-veil.md).

-- In which cells a member was lately: how many share a cell decides how finely a post in it is told. H3 indexes as numbers, of
-- resolution 7, and 8 where they checked in at a shop.
create table app.member_cell (
  cell bigint not null,
  member_id uuid not null references app.member on delete cascade,
  -- the first and the last day of the last 30, UTC; no other one is known
  since date not null,
  seen date not null,
  primary key (cell, member_id),
  check (since <= seen)
);
create index member_cell_of on app.member_cell (member_id);
create index member_cell_seen on app.member_cell (seen);

-- Where a member looks from now, and how soon they may look from elsewhere (core/veil/move.ts).
create table app.viewer_cell (
  member_id uuid primary key references app.member on delete cascade,
  cell bigint not null,
  seen_at timestamptz not null,
  free_at timestamptz not null
);
create index viewer_cell_seen on app.viewer_cell (seen_at);

-- What an anonymous author is called in this thread, and in no other.
alter table app.post
  add column pseudonym text,
  add check (pseudonym is null or anonymous);

-- Pictures lie in a store of their own (adapters/photos), a folder or S3; those of before stay in their row.
alter table app.photo alter column webp drop not null;
-- What is to be taken out of the store: a photo that is gone, or one that never became a row.
create table app.photo_gone (
  photo_id uuid primary key,
  due_at timestamptz not null
);
create index photo_gone_due on app.photo_gone (due_at);

-- However a photo goes, its picture follows.
create function app.note_gone_photo() returns trigger language plpgsql as $$
begin
  insert into app.photo_gone (photo_id, due_at) values (old.id, old.created_at) on conflict do nothing;
  return null;
end $$;
create trigger photo_gone after delete on app.photo for each row when (old.webp is null) execute function app.note_gone_photo();
