'use client'
import type { Post } from '../../../core/post/shape.ts'
import { postWords } from '../messages/en-posts.ts'
import { PostActs } from './post-acts.tsx'
import { PostHead } from './post-head.tsx'
import { PostPhotos } from './post-photos.tsx'
import { PostTags } from './post-tags.tsx'
import { PostText } from './post-text.tsx'

type Props = {
  post: Post
  /** The cell that its reader looks from. */
  near?: string | undefined
  /** On its own page: all of it. */
  whole?: boolean
}

/** What is left of a post that is gone: its place. */
export function Gone() {
  return (
    <p className="hatched border border-rule p-4 text-sm text-muted">
      <span className="bg-bg px-2 py-1">{postWords.gone}</span>
    </p>
  )
}

/** One post, and what one can do with it. */
export function PostCard({ post, near, whole = false }: Props) {
  const by = `p-${post.id}-by`
  if (post.gone) return <Gone />
  return (
    <article aria-labelledby={by} className="grid grid-cols-1 gap-3 border border-rule p-4">
      <PostHead post={post} near={near} id={by} />
      {post.hidden && (
        <p className="border-l-8 border-alarm pl-3 text-sm font-semibold">{postWords.hidden}</p>
      )}
      <PostText post={post} whole={whole} />
      <PostPhotos post={post} />
      <PostTags post={post} />
      <PostActs post={post} />
    </article>
  )
}
