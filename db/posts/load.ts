import type { Post } from '../../core/post/shape.ts'
import { tellingTo } from '../../core/veil/view.ts'
import type { Db } from '../client.ts'
import { readableGroups } from '../groups/may.ts'
import { standOf } from '../veil/viewer.ts'
import { joinPost, type PostRow, selectPost, toPost } from './row.ts'

type Loading = {
  ids: readonly string[]
  /** The reader; null when not signed in. */
  memberId: string | null
  /** The area that they look from, or null for nowhere near, where that is known already. */
  from?: string | null | undefined
}

/** Where the reader stands, where it matters: most posts say no place. */
async function standFor(
  db: Db,
  rows: readonly PostRow[],
  { memberId, from }: Loading,
): Promise<string | null> {
  if (from !== undefined) return from
  if (memberId === null || rows.every(({ cell }) => cell === null)) return null
  return (await standOf(db, memberId))?.cell ?? null
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

/**
 * Posts and replies as their reader sees them, in the order of their ids; those that are no more are left out. From far away
 * no place is told finer than its city, but to who posted there.
 */
export async function loadPosts(db: Db, loading: Loading): Promise<Post[]> {
  const { ids, memberId } = loading
  if (ids.length === 0) return []
  const rows = await db<PostRow[]>`
    select ${selectPost(db, memberId)}
    from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place)
    join app.post p on p.id = asked.id ${joinPost(db)}
    order by asked.place`
  const tell = tellingTo(await standFor(db, rows, loading))
  // Who looks at a city sees what others see of it, their own posts too.
  const isTold = ({ cell, mine }: Post) => cell === null || (mine.author && loading.from === undefined)
  return (await readable(db, rows, memberId))
    .map((row) => toPost(row, memberId))
    .map((post) => (isTold(post) ? post : { ...post, cell: post.cell && tell(post.cell) }))
}
