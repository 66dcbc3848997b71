import { type PostPlace, writePlace } from '../../core/post/cursor.ts'
import type { PostPage } from '../../core/post/shape.ts'
import type { Db } from '../client.ts'
import { loadPosts } from './load.ts'

type Page = { memberId: string; limit: number; after?: PostPlace | undefined }

/** What a member saved, what was saved last first. */
export async function listSaved(db: Db, { memberId, limit, after }: Page): Promise<PostPage> {
  const later = after
    ? db`and (s.saved_at, s.post_id) < (${new Date(after.hot ?? 0)}::timestamptz, ${after.id}::uuid)`
    : db``
  const rows = await db<{ id: string; saved_at: Date }[]>`
    select s.post_id as id, s.saved_at from app.post_saved s join app.post p on p.id = s.post_id
    where s.member_id = ${memberId} and (p.hidden_at is null or p.member_id = ${memberId}) ${later}
    order by s.saved_at desc, s.post_id desc limit ${limit + 1}`
  const taken = rows.slice(0, limit)
  const last = taken.at(-1)
  return {
    items: await loadPosts(db, { ids: taken.map(({ id }) => id), memberId }),
    next: rows.length > limit && last ? writePlace({ id: last.id, hot: last.saved_at.getTime() }) : null,
  }
}
