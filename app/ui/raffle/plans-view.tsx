'use client'
import Link from 'next/link'
import { useState } from 'react'
import type { RafflePlan } from '../../../core/raffle/shape.ts'
import { isDrawn } from '../../../core/raffle/states.ts'
import { words } from '../messages/raffle/plans-view.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Karma } from '../parts/karma.tsx'
import { Empty, ErrorNotice } from '../parts/notice.tsx'
import { usePlans, useWithdraw } from './hooks.ts'
import { Parcels } from './parcels.tsx'
import { RaffleMark } from './parts.tsx'

const canWithdraw = ({ state }: RafflePlan) => ['planned', 'opening', 'open'].includes(state)

/** Asked twice: everyone who is in is paid back. */
function Withdraw({ id }: { id: string }) {
  const [asked, setAsked] = useState(false)
  const withdraw = useWithdraw()
  if (!asked)
    return (
      <Button tone="quiet" className="justify-self-start" onClick={() => setAsked(true)}>
        {words.callItOff}
      </Button>
    )
  return (
    <div className="grid gap-3 border-l-8 border-alarm p-4">
      <p className="text-sm">{words.everyoneWhoIsIn}</p>
      {withdraw.error && <ErrorNotice error={withdraw.error} />}
      <div className="flex flex-wrap gap-3">
        <Button tone="alarm" busy={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
          {words.callItOffFor}
        </Button>
        <Button tone="quiet" onClick={() => setAsked(false)}>
          {words.keepIt}
        </Button>
      </div>
    </div>
  )
}

function One({ plan }: { plan: RafflePlan }) {
  const { id, title, state, raffle_id, price, tier, winners, closes_at, problem } = plan
  return (
    <li className="grid gap-3 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="heading text-xl wrap-anywhere">
          {raffle_id ? <Link href={`/raffles/${raffle_id}`}>{title}</Link> : title}
        </h3>
        <RaffleMark state={state} />
      </div>
      <p className="text-sm">
        <Karma wei={price} />, <span className="figures">{winners}</span>{' '}
        {winners === 1 ? words.prize : words.prizes}
        {words.tier} <span className="figures">{tier}</span>
        {words.closes} <Ago at={closes_at} />
      </p>
      {problem && (
        <p className="border-l-8 border-alarm pl-3">
          {problem.message} {problem.fix}
        </p>
      )}
      {canWithdraw(plan) && <Withdraw id={id} />}
      {raffle_id && isDrawn(state) && <Parcels id={raffle_id} />}
    </li>
  )
}

/** What was described, and how it goes on. */
export function PlansView() {
  return (
    <Answer query={usePlans()} waiting={words.loadingRaffles}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={words.nothingDescribedYet} />
        ) : (
          <ul aria-label={words.describedRaffles} className="grid gap-4">
            {items.map((plan) => (
              <One key={plan.id} plan={plan} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}
