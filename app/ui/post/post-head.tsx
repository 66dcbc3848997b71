import Link from 'next/link'
import type { Author, Post } from '../../../core/post/shape.ts'
import { kindWords, postWords } from '../messages/en-posts.ts'
import { Ago } from '../parts/ago.tsx'
import { Mark } from '../parts/mark.tsx'
import { nameOf, placeWordsOf } from './words.ts'

/** The author's cell: filled of a name, ruled of one who is not told. */
function Cell({ author }: { author: Author }) {
  const isNamed = author !== null && 'username' in author
  return (
    <span
      aria-hidden
      className={`hexagon heading grid h-9 w-10 shrink-0 place-items-center text-sm uppercase ${isNamed ? 'bg-fg text-bg' : 'bg-panel'}`}
    >
      {author === null ? '–' : nameOf(author).slice(0, 2)}
    </span>
  )
}

function Name({ author }: { author: Author }) {
  const name = <bdi className="wrap-anywhere">{nameOf(author)}</bdi>
  if (author === null || 'pseudonym' in author) return name
  return (
    <Link href={`/users/${author.username}`} prefetch={false} className="underline-offset-4 hover:underline">
      {name}
    </Link>
  )
}

type Props = {
  post: Post
  /** The cell that its reader looks from. */
  near: string | undefined
  /** Id of the line that names it. */
  id: string
}

/** Who, when, where; and what kind of post. */
export function PostHead({ post, near, id }: Props) {
  const place = placeWordsOf(post, near)
  return (
    <header className="flex items-start gap-3">
      <Cell author={post.author} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p id={id} className="flex flex-wrap items-center gap-x-2 font-semibold">
          <Name author={post.author} />
          {post.anonymous && <span className="text-sm font-normal text-muted">{postWords.anonymous}</span>}
          {post.mine.author && <span className="text-sm font-normal text-muted">{postWords.you}</span>}
        </p>
        <p className="text-sm text-muted">
          <Link
            href={`/posts/${post.root_id ?? post.id}${post.root_id ? `#r-${post.id}` : ''}`}
            prefetch={false}
            className="underline-offset-4 hover:underline"
          >
            <Ago at={post.created_at} />
          </Link>
          {post.edited_at && ` · ${postWords.edited}`}
          {place && (
            <>
              {' · '}
              <bdi>{place}</bdi>
            </>
          )}
        </p>
      </div>
      {post.kind && <Mark tone={post.kind === 'win' ? 'solid' : 'plain'}>{kindWords[post.kind]}</Mark>}
    </header>
  )
}
