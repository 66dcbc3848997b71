'use client'
import Link from 'next/link'
import type { ClosetItem, Match } from '../../../core/trade/shape.ts'
import { closetWords, conditionWords, tradeWords } from '../messages/en-trades.ts'
import { Answer } from '../parts/answer.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { ClosetForm } from './closet-form.tsx'
import { useCloset, useMatches, useTakeFromCloset } from './hooks.ts'
import { RingOffer } from './ring-offer.tsx'

function Item({ item }: { item: ClosetItem }) {
  const take = useTakeFromCloset(item.id)
  const { sneaker, size, condition, note } = item
  const name = `${sneaker.brand} ${sneaker.name} ${size}`
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-soft py-2">
      <span className="wrap-anywhere">
        <span className="font-semibold">
          {sneaker.brand} {sneaker.name}
        </span>{' '}
        {sneaker.colorway} <span className="figures">{size}</span> {condition && conditionWords[condition]}
        {note && <span className="block text-sm text-muted">{note}</span>}
      </span>
      <Button busy={take.isPending} aria-label={`${closetWords.take}: ${name}`} onClick={() => take.mutate()}>
        {closetWords.take}
      </Button>
      {take.error && <ErrorNotice error={take.error} />}
    </li>
  )
}

function Side({ side, items }: { side: ClosetItem['side']; items: readonly ClosetItem[] }) {
  const own = items.filter((item) => item.side === side)
  return (
    <section aria-label={closetWords[side]} className="grid content-start gap-2">
      <h2 className="heading text-2xl">{closetWords[side]}</h2>
      {own.length === 0 ? (
        <p className="text-muted">{closetWords.none}</p>
      ) : (
        <ul>
          {own.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  )
}

function MatchRow({ match: { steps } }: { match: Match }) {
  const partner = steps[0]?.to ?? ''
  return (
    <li className="grid gap-3 border border-rule p-4">
      <h3 className="heading text-xl">{steps.length === 2 ? closetWords.swap : closetWords.ring}</h3>
      <ol className="grid gap-1">
        {steps.map(({ from, to, sneaker, size, condition }) => (
          <li key={from}>
            <span className="font-semibold">{from}</span> {closetWords.gives} {sneaker.brand} {sneaker.name}{' '}
            <span className="figures">{size}</span> {conditionWords[condition]} {closetWords.to}{' '}
            <span className="font-semibold">{to}</span>
          </li>
        ))}
      </ol>
      {steps.length === 2 ? (
        <Link
          href={`/trades/new?with=${encodeURIComponent(partner)}`}
          className={`${buttonClass('go')} justify-self-start`}
        >
          {tradeWords.begin}
        </Link>
      ) : (
        <RingOffer steps={steps} />
      )}
    </li>
  )
}

function Matches() {
  return (
    <section aria-labelledby="matches" className="grid gap-4">
      <h2 id="matches" className="heading text-2xl">
        {closetWords.matches}
      </h2>
      <Answer query={useMatches()} waiting={closetWords.matches}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-muted">{closetWords.noMatches}</p>
          ) : (
            <ul className="grid gap-4">
              {items.map((match) => (
                <MatchRow
                  key={match.steps.map(({ from, sneaker }) => from + sneaker.id).join()}
                  match={match}
                />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}

/** What one has and wants, and who that goes together with. */
export function ClosetView() {
  return (
    <div className="grid grid-cols-1 gap-8">
      <ClosetForm />
      <Answer query={useCloset()} waiting={closetWords.loading}>
        {({ items }) => (
          <div className="grid gap-8 md:grid-cols-2">
            <Side side="have" items={items} />
            <Side side="want" items={items} />
          </div>
        )}
      </Answer>
      <Matches />
    </div>
  )
}
