import type { Post } from '../../../core/post/shape.ts'
import { HEART, Icon, Likes, Score, UP } from './marks.tsx'

/** What others made of it, for who may not vote on it: its author, and who is not signed in. */
export function Counts({ post }: { post: Post }) {
  return (
    <span className="inline-flex min-h-11 items-center gap-3 pl-2 text-muted">
      <span className="inline-flex items-center gap-1">
        <Icon path={UP} /> <Score post={post} />
      </span>
      <span className="inline-flex items-center gap-1">
        <Icon path={HEART} /> <Likes count={post.likes} />
      </span>
    </span>
  )
}
