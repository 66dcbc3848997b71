import type { Db } from '../client.ts'

/**
 * Whether the post that the query calls `p` is shown to this reader (null: not signed in) among others: not while it is
 * hidden, not of who was muted or blocked by the reader or blocks the reader. What is anonymous shows whatever its author
 * is to the reader: by what disappears one could find out who wrote it. Only whom the reader muted in that one thread is
 * left out there.
 * The lists are subqueries of no row: Postgres makes each once per query and looks rows up in it.
 */
export function visibleTo(db: Db, memberId: string | null) {
  if (memberId === null) return db`p.hidden_at is null`
  return db`
    p.hidden_at is null
    and (p.anonymous or p.member_id is null or p.member_id not in (
      select other_id from app.member_block where member_id = ${memberId}::uuid
      union all select member_id from app.member_block where other_id = ${memberId}::uuid and kind = 'block'))
    and (not p.anonymous or p.member_id is null or (coalesce(p.root_id, p.id), p.member_id) not in (
      select root_id, author_id from app.thread_mute where member_id = ${memberId}::uuid))`
}
