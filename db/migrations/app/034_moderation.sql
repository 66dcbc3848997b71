-- What members and moderators do about posts, and members about each other: docs/decisions/039-moderation.md.

-- One question to the moderators about one post or reply. Its state is what these facts add up to (core/moderation/states.ts).
create table app.mod_case (
  id uuid primary key,
  -- null: deleted meanwhile; its words are kept here
  post_id uuid references app.post on delete set null,
  -- its author; null: left. Of an anonymous post no moderator is told it.
  member_id uuid references app.member on delete set null,
  cause text not null check (cause in ('report', 'votes', 'filter')),
  -- what the post said when the case was opened: no edit and no deletion unsays it. Emptied when its author leaves.
  quote text not null,
  anonymous boolean not null,
  -- whether it is this case that keeps the post hidden
  hides boolean not null,
  opened_at timestamptz not null,
  claimed_by uuid references app.member on delete set null,
  claimed_until timestamptz,
  resolved_at timestamptz,
  -- null again when that moderator left
  resolved_by uuid references app.member on delete set null,
  outcome text check (outcome in ('removed', 'kept')),
  -- the house rule that it broke, and what everyone may read about the decision
  rule text,
  note text,
  check ((outcome is null) = (resolved_at is null) and (outcome is null) = (note is null)),
  check ((outcome is not distinct from 'removed') = (rule is not null))
);
create unique index mod_case_open on app.mod_case (post_id) where resolved_at is null;
create index mod_case_queue on app.mod_case (id) where resolved_at is null;
create index mod_case_post on app.mod_case (post_id) where post_id is not null;
create index mod_case_member on app.mod_case (member_id, id desc) where member_id is not null;

-- Who asked it, and why. Nobody asks twice about one post.
create table app.post_report (
  id uuid primary key,
  case_id uuid not null references app.mod_case on delete cascade,
  -- null: left
  member_id uuid references app.member on delete set null,
  rule text not null,
  -- for moderators
  text text,
  created_at timestamptz not null,
  unique (case_id, member_id)
);
create index post_report_member on app.post_report (member_id, id) where member_id is not null;

-- A case stands against its author for a while.
create table app.strike (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  case_id uuid not null unique references app.mod_case on delete cascade,
  given_at timestamptz not null,
  expires_at timestamptz not null,
  -- by an appeal that was right
  lifted_at timestamptz
);
create index strike_member on app.strike (member_id, expires_at);

-- Until then the member reads and writes nothing.
create table app.silence (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  -- null: a moderator's own decision
  strike_id uuid references app.strike on delete cascade,
  by_id uuid references app.member on delete set null,
  -- shown to the member
  reason text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  lifted_at timestamptz
);
create index silence_member on app.silence (member_id, until_at);
create index silence_strike on app.silence (strike_id) where strike_id is not null;

-- What moderators tell each other about a member; that member's export has it.
create table app.mod_note (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  by_id uuid references app.member on delete set null,
  text text not null,
  created_at timestamptz not null
);
create index mod_note_member on app.mod_note (member_id, id desc);

-- Whoever lost a post or their voice says that it was wrong; another moderator decides. Once.
create table app.mod_appeal (
  id uuid primary key,
  member_id uuid not null references app.member on delete cascade,
  case_id uuid unique references app.mod_case on delete cascade,
  silence_id uuid unique references app.silence on delete cascade,
  text text not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references app.member on delete set null,
  granted boolean,
  -- shown to the member
  answer text,
  check ((case_id is null) <> (silence_id is null)),
  check ((decided_at is null) = (granted is null) and (decided_at is null) = (answer is null))
);
create index mod_appeal_queue on app.mod_appeal (id) where decided_at is null;
create index mod_appeal_member on app.mod_appeal (member_id, id desc);

-- What was done, for everyone to read: by whom, and never to whom.
create table app.mod_log (
  id uuid primary key,
  at timestamptz not null,
  act text not null,
  -- null: nobody, or one who left
  by_id uuid references app.member on delete set null,
  -- true: by votes or a filter
  automatic boolean not null,
  rule text,
  note text
);

-- What no post may say, or not before a moderator has looked.
create table app.word_filter (
  id uuid primary key,
  kind text not null check (kind in ('word', 'link')),
  -- a word or several; a domain with all below it
  pattern text not null,
  act text not null check (act in ('refuse', 'hold')),
  added_by uuid references app.member on delete set null,
  created_at timestamptz not null,
  unique (kind, pattern)
);

-- A mute: member_id does not see the other's posts. A block: neither sees the other's, and the other cannot answer. Only what
-- stands under a name counts: what is anonymous would be given away by what disappears.
create table app.member_block (
  member_id uuid not null references app.member on delete cascade,
  other_id uuid not null references app.member on delete cascade,
  kind text not null check (kind in ('block', 'mute')),
  created_at timestamptz not null,
  primary key (member_id, other_id),
  check (member_id <> other_id)
);
create index member_block_of on app.member_block (other_id, member_id) where kind = 'block';

-- Of who is anonymous: what they wrote in this one thread is not seen.
create table app.thread_mute (
  member_id uuid not null references app.member on delete cascade,
  root_id uuid not null references app.post on delete cascade,
  author_id uuid not null references app.member on delete cascade,
  created_at timestamptz not null,
  primary key (member_id, root_id, author_id)
);
create index thread_mute_root on app.thread_mute (root_id);
create index thread_mute_author on app.thread_mute (author_id);
