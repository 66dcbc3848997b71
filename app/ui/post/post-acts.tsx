'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { useMe } from '../api/hooks.ts'
import { postWords } from '../messages/en-posts.ts'
import { ErrorNotice } from '../parts/notice.tsx'
import { type Press, usePress } from './hooks.ts'
import { PostMore } from './post-more.tsx'
import { repliesText } from './words.ts'

const act =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-xs px-2 text-sm font-semibold hover:bg-panel aria-pressed:bg-fg aria-pressed:text-bg aria-disabled:opacity-60'

type ToggleProps = { name: string; on: boolean; busy: boolean; onPress: () => void; children: ReactNode }

function Toggle({ name, on, busy, onPress, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={on}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onPress}
      className={act}
    >
      {children}
    </button>
  )
}

/** Icons of a line's weight, as those of the shell. */
function Icon({ path, filled = false }: { path: string; filled?: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden
      className="size-5"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.75"
    >
      <path d={path} />
    </svg>
  )
}

const UP = 'M12 5l8 11H4z'
const DOWN = 'M12 19l8-11H4z'
const HEART = 'M12 20L4 12V7l4-3 4 3 4-3 4 3v5z'
const FLAG = 'M6 4h12v16l-6-5-6 5z'

type ActProps = { post: Post; busy: boolean; press: (press: Press) => void }

function Votes({ post, busy, press }: ActProps) {
  const { vote } = post.mine
  const to = (value: -1 | 1) => press({ kind: 'vote', value: vote === value ? 0 : value })
  return (
    <span className="inline-flex items-center">
      <Toggle name={postWords.up} on={vote === 1} busy={busy} onPress={() => to(1)}>
        <Icon path={UP} filled={vote === 1} />
      </Toggle>
      <Score post={post} />
      <Toggle name={postWords.down} on={vote === -1} busy={busy} onPress={() => to(-1)}>
        <Icon path={DOWN} filled={vote === -1} />
      </Toggle>
    </span>
  )
}

function Score({ post: { up, down } }: { post: Post }) {
  return (
    <span className="figures min-w-6 text-center text-sm font-bold">
      <span className="sr-only">{postWords.score} </span>
      {up - down}
    </span>
  )
}

function Likes({ count }: { count: number }) {
  return (
    <span className="figures text-sm">
      <span className="sr-only">{postWords.likes} </span>
      {count}
    </span>
  )
}

function Others({ post, busy, press }: ActProps) {
  const { liked } = post.mine
  return (
    <>
      <Votes post={post} busy={busy} press={press} />
      <Toggle
        name={postWords.like}
        on={liked}
        busy={busy}
        onPress={() => press({ kind: 'like', on: !liked })}
      >
        <Icon path={HEART} filled={liked} />
      </Toggle>
      <Likes count={post.likes} />
    </>
  )
}

/** What others made of it, for who may not vote on it: its author, and who is not signed in. */
function Counts({ post }: { post: Post }) {
  return (
    <span className="inline-flex min-h-11 items-center gap-3 text-muted">
      <span className="inline-flex items-center gap-1">
        <Icon path={UP} /> <Score post={post} />
      </span>
      <span className="inline-flex items-center gap-1">
        <Icon path={HEART} /> <Likes count={post.likes} />
      </span>
    </span>
  )
}

type Props = {
  post: Post
  /** In its place: what a reply is answered by. */
  children?: ReactNode
}

/** What one can do with a post; counted for everyone. */
export function PostActs({ post, children }: Props) {
  const { data: me } = useMe()
  const { mutate: press, isPending: busy, error } = usePress(post)
  const { saved, author } = post.mine
  return (
    <footer className="grid gap-2">
      <div className="-ml-2 flex flex-wrap items-center gap-x-1">
        {me && !author ? <Others post={post} busy={busy} press={press} /> : <Counts post={post} />}
        {children ?? (
          <Link href={`/posts/${post.id}#replies`} prefetch={false} className={act}>
            {repliesText(post.replies)}
          </Link>
        )}
        {me && (
          <span className="ml-auto inline-flex items-center">
            <Toggle
              name={postWords.save}
              on={saved}
              busy={busy}
              onPress={() => press({ kind: 'save', on: !saved })}
            >
              <Icon path={FLAG} filled={saved} />
            </Toggle>
          </span>
        )}
      </div>
      {error && <ErrorNotice error={error} />}
      {me && <PostMore post={post} />}
    </footer>
  )
}
