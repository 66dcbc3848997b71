'use client'
import { type FormEvent, useState } from 'react'
import { type HouseRule, houseRules } from '../../../core/moderation/rules.ts'
import type { Author, Post } from '../../../core/post/shape.ts'
import { asProblem } from '../api/problem.ts'
import { houseRuleWords } from '../messages/en.ts'
import { writingWords } from '../messages/en-writing.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { type Shun, useReportPost, useShun } from './moderate.ts'

function Report({ post }: { post: Post }) {
  const report = useReportPost(post.id)
  const fields = report.error ? asProblem(report.error).fields : {}
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = String(data.get('text') ?? '').trim()
    report.mutate({ rule: data.get('rule') as HouseRule, ...(text && { text }) })
  }
  if (report.isSuccess)
    return (
      <p role="status" className="text-sm font-semibold">
        {writingWords.reported}
      </p>
    )
  return (
    <form onSubmit={send} className="grid gap-3">
      <Choice label={writingWords.reportWhy} name="rule" required defaultValue="">
        <option value="" disabled>
          {writingWords.reportChoose}
        </option>
        {houseRules.map((rule) => (
          <option key={rule} value={rule}>
            {houseRuleWords[rule]}
          </option>
        ))}
      </Choice>
      <Field
        label={writingWords.reportMore}
        hint={writingWords.reportHint}
        name="text"
        minLength={5}
        maxLength={500}
        error={fields.text}
      />
      {report.error && !fields.text && <ErrorNotice error={report.error} />}
      <Button type="submit" tone="alarm" busy={report.isPending} className="justify-self-start">
        {writingWords.report}
      </Button>
    </form>
  )
}

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
      <Report post={post} />
      {post.author && <ShunAuthor post={post} author={post.author} />}
    </>
  )
}
