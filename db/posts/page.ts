import { type PostPlace, writePlace } from '../../core/post/cursor.ts'
import type { PostPage } from '../../core/post/shape.ts'
import type { Db } from '../client.ts'
import { loadPosts } from './load.ts'

type Found = {
  /** One more than the page, where there is a next one. */
  places: readonly PostPlace[]
  limit: number
  /** The reader; null when not signed in. */
  memberId: string | null
  /** As of `loadPosts`. */
  from?: string | null
}

/** One page as its reader sees it, and where the next begins. What went since it was looked for is left out. */
export async function pageOf(db: Db, { places, limit, ...reader }: Found): Promise<PostPage> {
  const taken = places.slice(0, limit)
  const last = taken.at(-1)
  return {
    items: await loadPosts(db, { ids: taken.map(({ id }) => id), ...reader }),
    next: places.length > limit && last ? writePlace(last) : null,
  }
}
