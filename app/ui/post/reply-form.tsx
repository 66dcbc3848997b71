'use client'
import { lazy, Suspense, useId, useSyncExternalStore } from 'react'
import { writingWords } from '../messages/en-writing.ts'
import { Waiting } from '../parts/waiting.tsx'
import { MembersOnly } from '../session/members-only.tsx'
import type { ReplyProps } from './reply-writing.tsx'

// For members alone: who only reads does not load it.
const ReplyWriting = lazy(() =>
  import('./reply-writing.tsx').then((form) => ({ default: form.ReplyWriting })),
)

const never = () => () => undefined
/** Not drawn on the server: what somebody typed into a form before its code came would be lost. */
const useIsAlive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** What one answers; for who is not signed in the way in. */
export function ReplyForm(props: ReplyProps) {
  const title = useId()
  const isAlive = useIsAlive()
  const waiting = <Waiting what={writingWords.loadingForm} />
  return (
    <section aria-labelledby={title} className="grid gap-3">
      <h2 id={title} className="heading text-xl">
        {writingWords.replyTitle}
      </h2>
      <MembersOnly here={`/posts/${props.post.id}`} why={writingWords.replyWhy}>
        <Suspense fallback={waiting}>{isAlive ? <ReplyWriting {...props} /> : waiting}</Suspense>
      </MembersOnly>
    </section>
  )
}
