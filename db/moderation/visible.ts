import type { Db } from '../client.ts'

/**
 * Whether this reader (null: not signed in) and the author of the post that the query calls `p` keep out of each other's
 * way: not where the reader muted or blocked the author, or the author blocks the reader. What is anonymous shows whoever
 * wrote it: by what disappears one could find out. Only whom the reader muted in that one thread is left out of it.
 * The lists are subqueries of no row: Postgres makes each once per query and looks rows up in it.
 */
export function unblockedFor(db: Db, memberId: string | null) {
  if (memberId === null) return db`true`
  return db`(
    (p.anonymous or p.member_id is null or p.member_id not in (
      select other_id from app.member_block where member_id = ${memberId}::uuid
      union all select member_id from app.member_block where other_id = ${memberId}::uuid and kind = 'block'))
    and (not p.anonymous or p.member_id is null or (coalesce(p.root_id, p.id), p.member_id) not in (
      select root_id, author_id from app.thread_mute where member_id = ${memberId}::uuid)))`
}

/** Whether the post that the query calls `p` is shown to this reader among others: it is not hidden, and nobody is blocked. */
export function visibleTo(db: Db, memberId: string | null) {
  return db`p.hidden_at is null and ${unblockedFor(db, memberId)}`
}
