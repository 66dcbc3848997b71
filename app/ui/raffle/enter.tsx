'use client'
import Link from 'next/link'
import { Suspense } from 'react'
import type { Raffle } from '../../../core/raffle/shape.ts'
import { useMe } from '../api/hooks.ts'
import { raffleWords } from '../messages/en-raffles.ts'
import { buttonClass } from '../parts/button.tsx'
import { dispensable } from '../parts/dispensable.ts'
import { needed } from '../parts/needed.tsx'

// For members: who only looks need not load them.
const Entering = needed(() => import('./entering.tsx').then((module) => module.Entering))
const OnTheWay = dispensable(() => import('../relay/on-the-way.tsx').then((module) => module.OnTheWay))

/** What a member has on its way, whatever became of the raffle. */
export function Underway() {
  const { data: me } = useMe()
  return <Suspense>{me && <OnTheWay />}</Suspense>
}

/** The way in: of an open raffle for a member, else to who one is. */
export function Enter({ raffle }: { raffle: Raffle }) {
  const { data: me } = useMe()
  if (me)
    return (
      // As high as the one press: a server that sends it late moves little below.
      <Suspense fallback={<div className="h-14" />}>
        <Entering raffle={raffle} />
      </Suspense>
    )
  return (
    <Link
      prefetch={false}
      href={`/sign-in?next=/raffles/${raffle.id}`}
      className={`${buttonClass('go', 'large')} justify-self-start`}
    >
      {raffleWords.signInToEnter}
    </Link>
  )
}
