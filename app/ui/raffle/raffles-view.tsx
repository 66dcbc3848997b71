'use client'
import Link from 'next/link'
import type { Raffle } from '../../../core/raffle/shape.ts'
import { useMe } from '../api/hooks.ts'
import { raffleWords } from '../messages/en-raffles.ts'
import { words } from '../messages/raffle/raffles-view.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Karma } from '../parts/karma.tsx'
import { Empty } from '../parts/notice.tsx'
import { useRaffles } from './hooks.ts'
import { MineMark, Odds, RaffleMark, titleOf } from './parts.tsx'

function Row({ raffle }: { raffle: Raffle }) {
  const { id, state, price, winners, entries, closes_at, mine } = raffle
  return (
    <li className="border-b border-soft last:border-b-0">
      <Link
        href={`/raffles/${id}`}
        prefetch={false}
        className="grid gap-1.5 px-3 py-3 wrap-anywhere -outline-offset-2 hover:bg-panel"
      >
        <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm">
          <span className="flex flex-wrap gap-2">
            <RaffleMark state={state} />
            <MineMark {...{ mine, state }} />
          </span>
          <span>
            {state === 'open' ? words.closes : words.closed}
            <Ago at={closes_at} />
          </span>
        </span>
        <span className="heading text-lg leading-6">{titleOf(raffle)}</span>
        <span className="flex flex-wrap justify-between gap-x-3 text-sm text-muted">
          <span>
            <span className="figures">{entries}</span> {words.inFor}{' '}
            <span className="figures">{winners}</span> {winners === 1 ? words.prize : words.prizes}
            {words.aTicketIs} <Karma wei={price} />
          </span>
          <Odds raffle={raffle} />
        </span>
      </Link>
    </li>
  )
}

function Rows({ label, items }: { label: string; items: readonly Raffle[] }) {
  return (
    <ul aria-label={label} className="grid border border-rule">
      {items.map((raffle) => (
        <Row key={raffle.id} raffle={raffle} />
      ))}
    </ul>
  )
}

function Over() {
  return (
    <Answer query={useRaffles('over')} waiting={words.loadingEarlierRaffles}>
      {({ items, block_number }) => (
        <>
          {items.length > 0 && (
            <section aria-labelledby="over" className="grid gap-3">
              <h2 id="over" className="heading text-2xl">
                {raffleWords.over}
              </h2>
              <Rows label={raffleWords.over} items={items} />
            </section>
          )}
          <p className="text-sm text-muted">
            {words.asOfBlock} <span className="figures">{block_number}</span>
            {words.snpdPaysTheGas}
          </p>
        </>
      )}
    </Answer>
  )
}

/** For who runs raffles. */
function Manage() {
  const { data: me } = useMe()
  if (me?.role !== 'admin') return null
  return (
    <Link href="/raffles/manage" className={buttonClass('plain')}>
      {raffleWords.manage}
    </Link>
  )
}

/** Raffles that take entries, and those before. */
export function RafflesView() {
  return (
    <div className="grid grid-cols-1 gap-8">
      <p className="flex flex-wrap gap-3">
        <Link href="/raffles/shops" className={buttonClass('plain')}>
          {raffleWords.shops}
        </Link>
        <Manage />
      </p>
      <Answer query={useRaffles('open')} waiting={words.loadingRaffles}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={raffleWords.none}>
              <p>{raffleWords.noneHint}</p>
            </Empty>
          ) : (
            <Rows label={words.openRaffles} items={items} />
          )
        }
      </Answer>
      <Over />
    </div>
  )
}
