-- Cook groups (docs/decisions/036-cook-groups.md). Who has what a gate asks for is kept nowhere: it is read off the mirror
-- whenever somebody asks, so that a block and its reorg change it by being mirrored.
create table app.cook_group (
  id uuid primary key,
  -- its word in addresses; of a closed group too, whose links then lead nowhere instead of to another one
  slug text not null unique,
  name text not null,
  about text not null,
  access text not null check (access in ('open', 'invite', 'gate')),
  -- as core/group/write.ts writes it
  gate text,
  -- H3 index of resolution 5, as in app.store_place
  city text,
  -- rows of app.group_member, kept in their transactions
  members integer not null default 0 check (members >= 0),
  created_at timestamptz not null,
  closed_at timestamptz,
  check ((access = 'gate') = (gate is not null))
);
create unique index cook_group_name on app.cook_group (lower(name)) where closed_at is null;
create index cook_group_listed on app.cook_group (members desc, id) where closed_at is null and access <> 'invite';
create index cook_group_city on app.cook_group (city) where closed_at is null and city is not null;

create table app.group_member (
  group_id uuid not null references app.cook_group on delete cascade,
  member_id uuid not null references app.member on delete cascade,
  role text not null check (role in ('member', 'moderator', 'owner')),
  joined_at timestamptz not null,
  primary key (group_id, member_id)
);
create unique index group_member_owner on app.group_member (group_id) where role = 'owner';
create index group_member_of on app.group_member (member_id, group_id);

-- Whom a moderator removed. They cannot come back by themselves.
create table app.group_removal (
  group_id uuid not null references app.cook_group on delete cascade,
  member_id uuid not null references app.member on delete cascade,
  by_id uuid not null references app.member,
  reason text not null,
  removed_at timestamptz not null,
  primary key (group_id, member_id)
);
create index group_removal_of on app.group_removal (member_id);
create index group_removal_by on app.group_removal (by_id);

create table app.group_invite (
  id uuid primary key,
  group_id uuid not null references app.cook_group on delete cascade,
  -- sha256 of a secret that is kept nowhere
  token_hash bytea not null unique,
  made_by uuid not null references app.member,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  uses integer not null check (uses > 0),
  used integer not null default 0 check (used between 0 and uses),
  revoked_at timestamptz
);
create index group_invite_of on app.group_invite (group_id, id desc);
create index group_invite_by on app.group_invite (made_by);

alter table app.post add constraint post_group foreign key (group_id) references app.cook_group;
