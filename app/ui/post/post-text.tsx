import Link from 'next/link'
import type { Post } from '../../../core/post/shape.ts'
import { postWords } from '../messages/en-posts.ts'
import { isLong } from './words.ts'

/** What it says: text and nothing else, in whatever direction it is written. */
export function PostText({ post, whole }: { post: Post; whole: boolean }) {
  const isCut = !whole && isLong(post.text)
  return (
    <>
      <p dir="auto" className={`whitespace-pre-wrap wrap-anywhere ${isCut ? 'line-clamp-12' : ''}`}>
        {post.text}
      </p>
      {isCut && (
        <Link
          href={`/posts/${post.id}`}
          prefetch={false}
          className="inline-flex min-h-8 items-center justify-self-start text-sm font-semibold underline underline-offset-4"
        >
          {postWords.readAll}
        </Link>
      )}
    </>
  )
}
