import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'
import { sinceShape } from '../live/missed.ts'

/** What a socket wants to hear of from now on, in place of what it heard before: the parts that are given. */
export const watchPostsShape = z.strictObject({
  /** Posts that a feed near this cell of resolution 7 would show. */
  near: cellShape.optional(),
  /** Posts of everywhere. */
  all: z.boolean().optional(),
  /** Posts of a group that the member may read. */
  group_id: z.uuid().optional(),
  /** What happens below and to one post. */
  root_id: z.uuid().optional(),
  /** Since when the page was read that wants to hear. */
  since: sinceShape.optional(),
})
export type WatchPosts = z.infer<typeof watchPostsShape>

/** That there is a new post or reply, or that one changed: what it says is read over REST. */
export type PostNews = {
  post_id: string
  /** The post that a reply is below; null of a post. */
  root_id: string | null
  /** True where nobody could see it before. */
  fresh: boolean
}

export type PostsFromClient = {
  /**
   * Answered with true when it will be heard, with false when it is refused; and whether something of it may have been
   * said since the page was read.
   */
  'posts:watch': (asked: unknown, answer: (heard: boolean, missed: boolean) => void) => void
}
export type PostsToClient = {
  post: (news: PostNews) => void
  /** Something was called out in the group that is watched. */
  call: (news: { group_id: string }) => void
}
