'use client'
import Link from 'next/link'
import type { Happening, RsvpAnswer } from '../../../core/happening/shape.ts'
import { useMe } from '../api/hooks.ts'
import { answerWords } from '../messages/en-map.ts'
import { words } from '../messages/happening/rsvp.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useAnswer, useCallOff } from './hooks.ts'

const answers = ['going', 'maybe'] as const satisfies readonly RsvpAnswer[]

function Answers({ happening: { id, mine } }: { happening: Happening }) {
  const answer = useAnswer(id)
  return (
    <>
      <fieldset className="flex flex-wrap gap-3">
        <legend className="sr-only">{words.doYouCome}</legend>
        {answers.map((each) => {
          const isMine = mine.answer === each
          return (
            <Button
              key={each}
              tone={isMine ? 'go' : 'plain'}
              aria-pressed={isMine}
              busy={answer.isPending}
              onClick={() => answer.mutate(isMine ? null : each)}
            >
              {isMine && '✓ '}
              {answerWords[each]}
            </Button>
          )
        })}
      </fieldset>
      {answer.error && <ErrorNotice error={answer.error} />}
    </>
  )
}

function CallOff({ id }: { id: string }) {
  const callOff = useCallOff(id)
  return (
    <>
      <Button
        tone="alarm"
        busy={callOff.isPending}
        onClick={() => callOff.mutate()}
        className="justify-self-start"
      >
        {words.callItOff}
      </Button>
      {callOff.error && <ErrorNotice error={callOff.error} />}
    </>
  )
}

/** How many come, and what the reader says to it. */
export function Rsvp({ happening }: { happening: Happening }) {
  const { id, going, maybe, mine, cancelled } = happening
  const { data: me } = useMe()
  return (
    <section aria-label={words.whoComes} className="grid gap-3 border border-rule p-4">
      <p role="status">
        <span className="figures font-bold">{going}</span> {words.come}{' '}
        <span className="figures font-bold">{maybe}</span> {words.may}
      </p>
      {!cancelled && me && <Answers happening={happening} />}
      {!cancelled && !me && (
        <Link
          href={`/sign-in?next=${encodeURIComponent(`/events/${id}`)}`}
          className={`${buttonClass('plain')} justify-self-start`}
        >
          {words.signInToSay}
        </Link>
      )}
      {!cancelled && mine.author && <CallOff id={id} />}
    </section>
  )
}
