import { writePlace } from '../../core/post/cursor.ts'
import type { FeedSort, PostPage } from '../../core/post/shape.ts'
import type { Db } from '../client.ts'
import type { Candidate } from './feed.ts'
import { loadPosts } from './load.ts'

type Found = {
  /** One more than the page, where there is a next one. */
  candidates: readonly Candidate[]
  limit: number
  sort: FeedSort
  /** The reader; null when not signed in. */
  memberId: string | null
}

/** One page as its reader sees it, and where the next begins. What went since it was looked for is left out. */
export async function pageOf(db: Db, { candidates, limit, sort, memberId }: Found): Promise<PostPage> {
  const taken = candidates.slice(0, limit)
  const last = taken.at(-1)
  return {
    items: await loadPosts(db, { ids: taken.map(({ id }) => id), memberId }),
    next:
      candidates.length > limit && last
        ? writePlace({ id: last.id, rank: sort === 'hot' ? last.hot : null })
        : null,
  }
}
