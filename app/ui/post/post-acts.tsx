'use client'
import Link from 'next/link'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { useMe } from '../api/hooks.ts'
import { Counts } from './counts.tsx'
import { repliesText } from './words.ts'

// Who only reads does not load it.
const MemberActs = lazy(() => import('./member-acts.tsx').then((module) => ({ default: module.MemberActs })))

function Bar({ post, children }: { post: Post; children: ReactNode }) {
  return (
    <footer className="-ml-2 flex flex-wrap items-center gap-x-1">
      <Counts post={post} />
      {children}
    </footer>
  )
}

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
      {repliesText(post.replies)}
    </Link>
  )
  const bar = <Bar post={post}>{answers}</Bar>
  if (!me) return bar
  return (
    <Suspense fallback={bar}>
      <MemberActs post={post}>{answers}</MemberActs>
    </Suspense>
  )
}
