'use client'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PostPage } from '../../../core/post/shape.ts'
import { postWords } from '../messages/en-posts.ts'
import { Answer } from '../parts/answer.tsx'
import { More } from '../parts/more.tsx'
import { PostCard } from './post-card.tsx'
import { postsOf } from './posts-of.ts'

type Props = {
  posts: UseInfiniteQueryResult<InfiniteData<PostPage>>
  /** The cell that the reader looks from. */
  near?: string | undefined
  /** Where there are none. */
  children: ReactNode
}

/** Posts, in the order of their pages. */
export function PostList({ posts, near, children }: Props) {
  return (
    <Answer query={posts} waiting={postWords.loading}>
      {({ pages }) => {
        const items = postsOf(pages)
        if (items.length === 0) return children
        return (
          <>
            <ul className="grid grid-cols-1 gap-4">
              {items.map((post) => (
                <li key={post.id} className="min-w-0">
                  <PostCard post={post} near={near} />
                </li>
              ))}
            </ul>
            <More pages={posts}>{postWords.older}</More>
          </>
        )
      }}
    </Answer>
  )
}
