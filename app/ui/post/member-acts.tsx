'use client'
import type { ReactNode } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { actWords } from '../messages/post/acts.ts'
import { ErrorNotice } from '../parts/notice.tsx'
import { Counts } from './counts.tsx'
import { DOWN, FLAG, HEART, Icon, Likes, Score, UP } from './marks.tsx'
import { PostMore } from './post-more.tsx'
import { type Press, usePress } from './press.ts'

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

type ActProps = { post: Post; busy: boolean; press: (press: Press) => void }

function Votes({ post, busy, press }: ActProps) {
  const { vote } = post.mine
  const to = (value: -1 | 1) => press({ kind: 'vote', value: vote === value ? 0 : value })
  return (
    <span className="inline-flex items-center">
      <Toggle name={actWords.up} on={vote === 1} busy={busy} onPress={() => to(1)}>
        <Icon path={UP} filled={vote === 1} />
      </Toggle>
      <Score post={post} />
      <Toggle name={actWords.down} on={vote === -1} busy={busy} onPress={() => to(-1)}>
        <Icon path={DOWN} filled={vote === -1} />
      </Toggle>
    </span>
  )
}

function Others({ post, busy, press }: ActProps) {
  const { liked } = post.mine
  return (
    <>
      <Votes post={post} busy={busy} press={press} />
      <Toggle name={actWords.like} on={liked} busy={busy} onPress={() => press({ kind: 'like', on: !liked })}>
        <Icon path={HEART} filled={liked} />
      </Toggle>
      <Likes count={post.likes} />
    </>
  )
}

type Props = {
  post: Post
  /** The way to its answers. */
  children: ReactNode
}

/** What a member can do with a post. */
export function MemberActs({ post, children }: Props) {
  const { mutate: press, isPending: busy, error } = usePress(post)
  const { saved, author } = post.mine
  return (
    <footer className="grid gap-2">
      <div className="-ml-2 flex flex-wrap items-center sm:gap-x-1">
        {author ? <Counts post={post} /> : <Others post={post} busy={busy} press={press} />}
        {children}
        <span className="ml-auto inline-flex items-center">
          <Toggle
            name={actWords.save}
            on={saved}
            busy={busy}
            onPress={() => press({ kind: 'save', on: !saved })}
          >
            <Icon path={FLAG} filled={saved} />
          </Toggle>
        </span>
      </div>
      {error && <ErrorNotice error={error} />}
      <PostMore post={post} />
    </footer>
  )
}
