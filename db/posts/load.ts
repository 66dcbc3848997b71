import type { Post } from '../../core/post/shape.ts'
import type { Db } from '../client.ts'
import { joinPost, type PostRow, selectPost, toPost } from './row.ts'

type Loading = {
  ids: readonly string[]
  /** The reader; null when not signed in. */
  memberId: string | null
}

/** Posts and replies as their reader sees them, in the order of their ids; those that are no more are left out. */
export async function loadPosts(db: Db, { ids, memberId }: Loading): Promise<Post[]> {
  if (ids.length === 0) return []
  const rows = await db<PostRow[]>`
    select ${selectPost(db, memberId)}
    from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place)
    join app.post p on p.id = asked.id ${joinPost(db)}
    order by asked.place`
  return rows.map((row) => toPost(row, memberId))
}
