'use client'
import Link from 'next/link'
import type { Challenge, ReviewChallenge } from '../../../core/karma/shape.ts'
import { outcomeWords } from '../messages/en-karma.ts'
import { words } from '../messages/review/challenges-part.ts'
import { Ago } from '../parts/ago.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { restockHref } from '../restock/asked.ts'
import { AwardRow } from './award-row.tsx'
import { DecidedList } from './decided-list.tsx'
import { useResolve, useReviewChallenges } from './hooks.ts'
import { ReasonForm } from './reason-form.tsx'

function Decide({ challenge }: { challenge: ReviewChallenge }) {
  const resolve = useResolve(challenge.id)
  const decide = (note: string, outcome: string) =>
    resolve.mutate({ note, outcome: outcome as NonNullable<Challenge['outcome']> })
  return (
    <ReasonForm
      label={words.whyYouDecideSo}
      hint={words.bothSidesReadThis}
      error={resolve.error}
      onReason={decide}
    >
      <Button type="submit" value="upheld" tone="alarm" busy={resolve.isPending}>
        {words.itWasWrongTake}
      </Button>
      <Button type="submit" value="dismissed" busy={resolve.isPending}>
        {words.itWasRightPay}
      </Button>
      <Button type="submit" value="false" busy={resolve.isPending}>
        {words.disputedInBadFaith}
      </Button>
    </ReasonForm>
  )
}

function Row({ challenge }: { challenge: ReviewChallenge }) {
  const { outcome, opened_by: by } = challenge
  return (
    <li className="grid gap-3 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">
          {by ?? words.aMemberWhoLeft} {words.disputes}{' '}
          <Link href={restockHref(challenge.restock_id)} className="underline underline-offset-4">
            {words.aRestock}
          </Link>
        </p>
        {outcome === null ? <Mark tone="live">{words.open}</Mark> : <Mark>{outcomeWords[outcome]}</Mark>}
      </div>
      <blockquote className="wrap-anywhere border-l-4 border-rule pl-3">{challenge.reason}</blockquote>
      <p className="text-sm text-muted">
        <Ago at={challenge.opened_at} />
        {outcome === null && (
          <>
            {words.holdsItsAwardsNo} <Ago at={challenge.holds_until} />
          </>
        )}
      </p>
      <ul className="border-t border-soft">
        {challenge.awards.map((award) => (
          <AwardRow key={award.id} award={award} fixed />
        ))}
      </ul>
      {outcome === null ? <Decide challenge={challenge} /> : <p className="text-sm">{challenge.note}</p>}
    </li>
  )
}

/** Restocks that members dispute, and the decision. */
export function ChallengesPart() {
  return (
    <DecidedList
      useItems={useReviewChallenges}
      label={words.disputes2}
      waiting={words.loadingTheDisputes}
      more={words.olderDisputes}
    >
      {(challenge) => <Row challenge={challenge} />}
    </DecidedList>
  )
}
