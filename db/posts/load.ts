import type { Post } from '../../core/post/shape.ts'
import type { Db } from '../client.ts'
import { readableGroups } from '../groups/may.ts'
import { joinPost, type PostRow, selectPost, toPost } from './row.ts'

type Loading = {
  ids: readonly string[]
  /** The reader; null when not signed in. */
  memberId: string | null
}

/** What is in a group is for whoever may read it, and for whoever wrote it. */
async function readable(db: Db, rows: readonly PostRow[], memberId: string | null): Promise<PostRow[]> {
  const groupIds = new Set(rows.flatMap(({ group_id }) => group_id ?? []))
  const open = await readableGroups(db, { groupIds: [...groupIds], memberId, now: new Date() })
  return rows.filter(
    ({ group_id, member_id }) =>
      group_id === null || open.has(group_id) || (member_id !== null && member_id === memberId),
  )
}

/** Posts and replies as their reader sees them, in the order of their ids; those that are no more are left out. */
export async function loadPosts(db: Db, { ids, memberId }: Loading): Promise<Post[]> {
  if (ids.length === 0) return []
  const rows = await db<PostRow[]>`
    select ${selectPost(db, memberId)}
    from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place)
    join app.post p on p.id = asked.id ${joinPost(db)}
    order by asked.place`
  return (await readable(db, rows, memberId)).map((row) => toPost(row, memberId))
}
