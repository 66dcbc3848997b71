import type { Follow } from '../../core/follow/shape.ts'
import type { Db } from '../client.ts'
import { type FollowRow, followColumns, toFollow } from './row.ts'

/** What a member follows, in the order they began. */
export async function listFollows(db: Db, memberId: string): Promise<Follow[]> {
  const rows = await db<FollowRow[]>`
    select ${db.unsafe(followColumns)} from app.follow where member_id = ${memberId} order by id`
  return rows.map(toFollow)
}
