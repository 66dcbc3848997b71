-- Members report more than posts (docs/decisions/044-reports-of-everything.md): events, notes of restocks, groups, guides.
-- All of them are cases of one queue.
alter table app.mod_case add column kind text not null default 'post'
  check (kind in ('post', 'event', 'restock', 'group', 'guide'));
-- What it is about, where that is no post. No reference, since each kind has a table of its own: what is gone stays decided.
alter table app.mod_case add column thing_id uuid;
alter table app.mod_case add check ((kind = 'post') = (thing_id is null));
-- A restock has a note of each who saw it: one open case of each author's.
create unique index mod_case_open_thing on app.mod_case (thing_id, member_id) nulls not distinct
  where resolved_at is null and thing_id is not null;
create index mod_case_thing on app.mod_case (thing_id) where thing_id is not null;

-- Taken down by moderators: nobody sees it, its members neither; what is in it stays, for an appeal may bring it back.
alter table app.cook_group add column hidden_at timestamptz;
