-- What members write: posts and the replies below them, one kind of row (docs/decisions/033-what-a-post-is.md).
create table app.post (
  id uuid primary key,
  -- null: its author left; of an anonymous post nobody is told it
  member_id uuid references app.member on delete set null,
  -- null of a reply
  kind text check (kind in ('intel', 'line', 'win', 'loss', 'question')),
  text text not null,
  anonymous boolean not null default false,
  -- the post that a reply stands below, and what it answers: the post itself or another reply; both null of a post
  root_id uuid references app.post on delete cascade,
  parent_id uuid references app.post on delete cascade,
  -- the cook group in which alone it is seen; null: everybody's
  group_id uuid,
  store_id uuid references app.store,
  -- The H3 cell it is told to be in, as a number: the finest of resolution 5 and more that enough members shared when it was
  -- posted, never refined later. Where its author's device said it was is not kept: what is not there cannot be found out.
  published bigint,
  resolution smallint check (resolution between 5 and 8),
  -- what the city around it was called
  place_name text,
  likes integer not null default 0 check (likes >= 0),
  up integer not null default 0 check (up >= 0),
  down integer not null default 0 check (down >= 0),
  replies integer not null default 0 check (replies >= 0),
  -- log of score and age, such that it never has to be written again because time went by
  hot double precision not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  -- not shown until a moderator said so, or taken away by one
  hidden_at timestamptz,
  -- its author took it back or left, and others had answered it: without words, pictures and cells it stands where it stood.
  -- What nobody had answered is deleted.
  gone_at timestamptz,
  check (gone_at is null or (text = '' and member_id is null and published is null)),
  check ((root_id is null) = (parent_id is null)),
  check ((root_id is null) = (kind is not null)),
  check ((published is null) = (resolution is null))
);
create index post_of_root on app.post (root_id, id) where root_id is not null;
create index post_of_parent on app.post (parent_id) where parent_id is not null;
create index post_of_member on app.post (member_id, id desc) where member_id is not null;
-- One member's posts under their name, and those of one shop and of one group; and everybody's.
create index post_named on app.post (member_id, id desc) where root_id is null and group_id is null and not anonymous;
create index post_named_hot on app.post (member_id, hot desc, id desc) where root_id is null and group_id is null and not anonymous;
create index post_of_store on app.post (store_id, id desc) where root_id is null and store_id is not null;
create index post_of_store_hot on app.post (store_id, hot desc, id desc) where root_id is null and store_id is not null;
create index post_of_group on app.post (group_id, id desc) where root_id is null and group_id is not null;
create index post_of_group_hot on app.post (group_id, hot desc, id desc) where root_id is null and group_id is not null;
create index post_new on app.post (id desc) where root_id is null and group_id is null;
create index post_hot on app.post (hot desc, id desc) where root_id is null and group_id is null;

create table app.post_sneaker (
  post_id uuid not null references app.post on delete cascade,
  sneaker_id uuid not null references app.sneaker,
  primary key (post_id, sneaker_id)
);
create index post_sneaker_of on app.post_sneaker (sneaker_id, post_id desc);

create table app.post_photo (
  post_id uuid not null references app.post on delete cascade,
  photo_id uuid primary key references app.photo on delete cascade
);
create index post_photo_of on app.post_photo (post_id, photo_id);

create table app.post_vote (
  post_id uuid not null references app.post on delete cascade,
  member_id uuid not null references app.member on delete cascade,
  value smallint not null check (value in (-1, 1)),
  primary key (post_id, member_id)
);
create index post_vote_member on app.post_vote (member_id);

create table app.post_like (
  post_id uuid not null references app.post on delete cascade,
  member_id uuid not null references app.member on delete cascade,
  created_at timestamptz not null,
  primary key (post_id, member_id)
);
create index post_like_member on app.post_like (member_id);

create table app.post_saved (
  member_id uuid not null references app.member on delete cascade,
  post_id uuid not null references app.post on delete cascade,
  saved_at timestamptz not null,
  primary key (member_id, post_id)
);
create index post_saved_post on app.post_saved (post_id);

-- Who reads whom. Nobody is followed by their anonymous posts.
create table app.member_follow (
  follower_id uuid not null references app.member on delete cascade,
  followed_id uuid not null references app.member on delete cascade,
  followed_at timestamptz not null,
  primary key (follower_id, followed_id),
  check (follower_id <> followed_id)
);
create index member_follow_of on app.member_follow (followed_id);
