import { hotRank } from '../../core/feed/hot.ts'
import type { Db } from '../client.ts'

/** By how much each counter changes. */
export type Change = { likes?: number; up?: number; down?: number; replies?: number }
type Counted = Required<Change> & { createdAt: Date }

/** Changes a post's counters, and its rank with them, in one go; its caller has locked it. */
export async function countPost(tx: Db, id: string, change: Change): Promise<void> {
  const [row] = await tx<Counted[]>`
    select likes, up, down, replies, created_at as "createdAt" from app.post where id = ${id}`
  if (!row) return
  const { likes = 0, up = 0, down = 0, replies = 0 } = change
  const now = {
    likes: row.likes + likes,
    up: row.up + up,
    down: row.down + down,
    replies: row.replies + replies,
  }
  const hot = hotRank({ ...now, createdAt: row.createdAt })
  await tx`update app.post set ${tx({ ...now, hot })} where id = ${id}`
}
