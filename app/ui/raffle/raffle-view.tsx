'use client'
import { type ReactNode, Suspense } from 'react'
import type { Raffle } from '../../../core/raffle/shape.ts'
import { isDrawn, isOff, type RaffleState } from '../../../core/raffle/states.ts'
import { OddsChart } from '../chart/odds-chart.tsx'
import { raffleMeaning } from '../messages/en-raffles.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/raffle/raffle-view.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { dispensable } from '../parts/dispensable.ts'
import { Karma } from '../parts/karma.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Enter, Underway } from './enter.tsx'
import { useRaffle } from './hooks.ts'
import { MineMark, Odds, RaffleMark, titleOf } from './parts.tsx'
import { Round } from './round.tsx'
import { Winners } from './winners.tsx'

// Of those who were in alone: who looks at an open raffle loads neither.
const Prizes = dispensable(() => import('./prizes.tsx').then((module) => module.Prizes))
const Refund = dispensable(() => import('./refund.tsx').then((module) => module.Refund))

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 border-b border-soft py-2 sm:grid-cols-[10rem_1fr]">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}

/** One that was called off never closed. */
function closeWord(state: RaffleState): string {
  if (state === 'open') return words.closes
  return state === 'cancelled' ? words.wasToClose : words.closed
}

function Facts({ raffle }: { raffle: Raffle }) {
  const { price, tier, entries, winners, closes_at, state, mine } = raffle
  return (
    <dl className="grid border-t border-soft">
      <Fact name={words.aTicket}>
        <Karma wei={price} />
        {isDrawn(state) ? words.burned : words.stakedUntilTheDraw}
      </Fact>
      <Fact name={words.inSoFar}>
        <span className="figures">{entries}</span> {words.forWord} <span className="figures">{winners}</span>{' '}
        {winners === 1 ? words.prize : words.prizes}
      </Fact>
      {!isDrawn(state) && !isOff(state) && (
        <Fact name={words.odds}>
          <Odds raffle={raffle} />
          <OddsChart {...{ winners, entries }} isIn={mine.length > 0} />
        </Fact>
      )}
      <Fact name={words.forWhom}>
        {tier === 0 ? words.everyMember : fill(words.membersWithAPass, { tier })}
      </Fact>
      <Fact name={closeWord(state)}>
        <span className="figures">{closes_at.slice(0, 16).replace('T', ', ')} UTC</span> (
        <Ago at={closes_at} />)
      </Fact>
    </dl>
  )
}

function PrizeList({ prizes }: Pick<Raffle, 'prizes'>) {
  if (prizes.length === 0) return <p>{words.anotherOperatorOpened}</p>
  return (
    <ol aria-label={words.prizes} className="grid gap-1">
      {prizes.map(({ title, count }) => (
        <li key={title} className="wrap-anywhere">
          <span className="figures">{count}</span> × {title}
        </li>
      ))}
    </ol>
  )
}

function Page({ raffle }: { raffle: Raffle }) {
  const { state, mine, text, prizes } = raffle
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-8">
      <PageHead title={titleOf(raffle)} />
      <div className="grid gap-4">
        <p className="flex flex-wrap gap-2">
          <RaffleMark state={state} />
          <MineMark {...{ mine, state }} />
        </p>
        {raffleMeaning[state] && <p className="max-w-prose">{raffleMeaning[state]}</p>}
        {text && <p className="max-w-prose whitespace-pre-line wrap-anywhere">{text}</p>}
        <PrizeList prizes={prizes} />
      </div>
      <Underway />
      {state === 'open' && <Enter raffle={raffle} />}
      <Suspense>
        {isOff(state) && <Refund raffle={raffle} />}
        {isDrawn(state) && <Prizes raffle={raffle} />}
      </Suspense>
      <Facts raffle={raffle} />
      <Round raffle={raffle} />
      {isDrawn(state) && <Winners raffle={raffle} />}
    </div>
  )
}

/** One raffle: what it gives, the odds, the round that decides, and what the reader can do now. */
export function RaffleView({ id }: { id: string }) {
  return (
    <Answer query={useRaffle(id)} waiting={words.loadingTheRaffle}>
      {(raffle) => <Page raffle={raffle} />}
    </Answer>
  )
}
