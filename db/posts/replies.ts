import type { PostPage } from '../../core/post/shape.ts'
import type { Db } from '../client.ts'
import { visibleTo } from '../moderation/visible.ts'
import { findPost } from './find.ts'
import { pageOf } from './page.ts'

type Thread = {
  /** The post; of a reply's id its own thread is not one. */
  rootId: string
  memberId: string | null
  limit: number
  /** Id of the last reply of the page before. */
  after?: string | undefined
}

/**
 * All replies below a post, oldest first, whatever they answer: each comes after what it answers. What is hidden, or by
 * whom the reader blocks, has its place where others answered it.
 * @throws Final `post.not-found`
 */
export async function listReplies(db: Db, { rootId, memberId, limit, after }: Thread): Promise<PostPage> {
  await findPost(db, { id: rootId, memberId })
  const later = after ? db`and p.id > ${after}::uuid` : db``
  const found = await db<{ id: string }[]>`
    select p.id from app.post p
    where p.root_id = ${rootId} ${later}
      and ((${visibleTo(db, memberId)}) or p.replies > 0 or p.member_id = ${memberId}::uuid)
    order by p.id limit ${limit + 1}`
  return pageOf(db, { places: found.map(({ id }) => ({ id, hot: null })), limit, memberId })
}
