'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { useMe } from '../api/hooks.ts'
import { Counts } from './counts.tsx'
import { Icon, TALK } from './marks.tsx'
import { MemberActs } from './member-acts.tsx'
import { repliesText } from './words.ts'

type Props = {
  post: Post
  /** What a reply is answered by, in place of the way to the answers. */
  children?: ReactNode
}

/** What one can do with a post; counted for everyone. */
export function PostActs({ post, children }: Props) {
  const { data: me } = useMe()
  const answers = children ?? (
    <Link
      href={`/posts/${post.id}#replies`}
      prefetch={false}
      className="inline-flex min-h-11 items-center rounded-xs px-2 text-sm font-semibold hover:bg-panel"
    >
      <span aria-hidden className="figures inline-flex items-center gap-1 sm:hidden">
        <Icon path={TALK} /> {post.replies}
      </span>
      <span className="max-sm:sr-only">{repliesText(post.replies)}</span>
    </Link>
  )
  return me ? (
    <MemberActs post={post}>{answers}</MemberActs>
  ) : (
    <footer className="-ml-2 flex flex-wrap items-center gap-x-1">
      <Counts post={post} />
      {answers}
    </footer>
  )
}
