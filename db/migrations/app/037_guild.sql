-- What a cook group keeps beside its feed (docs/decisions/037-what-a-group-keeps.md): guides, results, monitors, calls.

create table app.guide (
  id uuid primary key,
  group_id uuid not null references app.cook_group on delete cascade,
  -- its word in addresses; of a guide that was taken away too, whose links then lead nowhere instead of to another one
  slug text not null,
  -- of its newest version
  version integer not null check (version > 0),
  title text not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  unique (group_id, slug)
);
create unique index guide_title on app.guide (group_id, lower(title)) where removed_at is null;

-- Never changed, and gone with its guide alone.
create table app.guide_version (
  guide_id uuid not null references app.guide on delete cascade,
  number integer not null check (number > 0),
  title text not null,
  -- Markdown as it was typed
  text text not null,
  -- what was changed, in its writer's words
  note text,
  -- null: they left SNPD
  by_id uuid references app.member on delete set null,
  written_at timestamptz not null,
  primary key (guide_id, number)
);
create index guide_version_by on app.guide_version (by_id) where by_id is not null;

-- What walked the shop (adapters/retailers): a site's name, or 'universal'. Null until a worker took it, and of those before.
alter table app.purchase_request add column adapter text;

-- Who got a pair where, and who did not.
create table app.group_result (
  id uuid primary key,
  group_id uuid not null references app.cook_group on delete cascade,
  member_id uuid not null references app.member on delete cascade,
  store_id uuid not null references app.store,
  sneaker_id uuid references app.sneaker,
  size text,
  outcome text not null check (outcome in ('win', 'loss')),
  -- 'hand', 'in-store' or 'draw' by the member's word; of a checkout of SNPD's its adapter
  adapter text not null,
  -- the member's checkout that shows it; null: their word alone
  request_id uuid references app.purchase_request on delete set null,
  noted_at timestamptz not null,
  unique (group_id, request_id)
);
create index group_result_of on app.group_result (group_id, id desc);
create index group_result_member on app.group_result (member_id);

-- Watched because groups asked: gone with the last of them. What operators watch is theirs.
alter table app.monitor_target add column for_groups boolean not null default false;

create table app.group_monitor (
  id uuid primary key,
  group_id uuid not null references app.cook_group on delete cascade,
  target_id uuid not null references app.monitor_target on delete cascade,
  -- null: they left SNPD
  added_by uuid references app.member on delete set null,
  added_at timestamptz not null,
  unique (group_id, target_id)
);
create index group_monitor_target on app.group_monitor (target_id);
create index group_monitor_by on app.group_monitor (added_by) where added_by is not null;

-- What a moderator calls out to all of the group at once.
create table app.group_call (
  id uuid primary key,
  group_id uuid not null references app.cook_group on delete cascade,
  -- null: they left SNPD
  by_id uuid references app.member on delete set null,
  text text not null,
  called_at timestamptz not null
);
create index group_call_of on app.group_call (group_id, id desc);
create index group_call_by on app.group_call (by_id) where by_id is not null;

-- Whether one is told of the group's calls and of what its monitors see.
alter table app.group_member add column alerts boolean not null default true;

-- A bridge: a channel that tells of a group and of nothing of its member's own. Gone with its maker's role.
alter table app.channel add column group_id uuid references app.cook_group on delete cascade;
create index channel_of_group on app.channel (group_id) where group_id is not null;
alter table app.channel drop constraint channel_member_id_fingerprint_key;
alter table app.channel add constraint channel_once unique nulls not distinct (member_id, fingerprint, group_id);

alter table app.alert add column group_id uuid references app.cook_group on delete cascade;
alter table app.alert add column call_id uuid references app.group_call on delete cascade;
create index alert_call on app.alert (call_id) where call_id is not null;
alter table app.alert drop constraint alert_check;
alter table app.alert add constraint alert_check check (case kind
  when 'restock' then num_nulls(restock_id, sneaker_id, size, store_id, source, confidence, seen_at) = 0 and member_id is null
  when 'drop' then num_nulls(drop_id, sneaker_id, store_id) = 0 and member_id is null
  when 'purchase' then num_nulls(request_id, state, member_id) = 0
  when 'award' then num_nulls(award_id, member_id) = 0
  when 'group' then num_nulls(group_id, call_id) = 0 and member_id is null
  else false end);
