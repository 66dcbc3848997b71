'use client'
import { useState } from 'react'
import type { Author, Post } from '../../../core/post/shape.ts'
import { writingWords } from '../messages/en-writing.ts'
import { ReportForm } from '../moderation/report-form.tsx'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { type Shun, useShun } from './moderate.ts'

type Way = { shun: Shun; name: string; what: string; done: string }

/** Of who is anonymous one thread only: elsewhere it would tell that both are the same. */
function waysOf(post: Post, author: NonNullable<Author>): Way[] {
  if ('pseudonym' in author)
    return [{ shun: { kind: 'thread', postId: post.id }, ...writingWords.shun.thread }]
  const { username } = author
  return [
    { shun: { kind: 'mute', username }, ...writingWords.shun.mute },
    { shun: { kind: 'block', username }, ...writingWords.shun.block },
  ]
}

/** Whom the reader wants to see no more. */
function ShunAuthor({ post, author }: { post: Post; author: NonNullable<Author> }) {
  const shun = useShun()
  const [done, setDone] = useState<string>()
  if (done)
    return (
      <p role="status" className="text-sm font-semibold">
        {done}
      </p>
    )
  return (
    <div className="grid gap-3">
      {waysOf(post, author).map((way) => (
        <div key={way.name} className="grid justify-items-start gap-1">
          <Button
            busy={shun.isPending}
            onClick={() => shun.mutate(way.shun, { onSuccess: () => setDone(way.done) })}
          >
            {way.name}
          </Button>
          <p className="text-sm text-muted">{way.what}</p>
        </div>
      ))}
      {shun.error && <ErrorNotice error={shun.error} />}
    </div>
  )
}

/** What a reader can do about what another wrote. */
export function OthersMenu({ post }: { post: Post }) {
  return (
    <>
      <ReportForm what={{ kind: 'post', id: post.id }} />
      {post.author && <ShunAuthor post={post} author={post.author} />}
    </>
  )
}
