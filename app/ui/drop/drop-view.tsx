'use client'
import type { Drop } from '../../../core/drop/shape.ts'
import { formatMoney } from '../../../core/format-money.ts'
import { useDrop, useMe } from '../api/hooks.ts'
import { Ago, useSecond } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { karmaText } from '../parts/karma.tsx'
import { SneakerArt } from '../sneaker/sneaker-art.tsx'
import { CheckoutForm } from './checkout-form.tsx'
import { Gate } from './gate.tsx'

function Facts({ drop }: { drop: Drop }) {
  const now = useSecond() * 1000
  const rows = [
    ['Price', formatMoney(drop.price_minor, drop.currency)],
    ['Style', drop.sneaker.style_code],
    ['Shop', `${drop.store.name}, ${drop.store.city}`],
    ['Gate', BigInt(drop.min_karma) > 0n ? `${karmaText(drop.min_karma)} karma` : 'none'],
  ] as const
  return (
    <dl className="grid grid-cols-2 border-l border-t border-rule">
      {rows.map(([name, value]) => (
        <div key={name} className="border-b border-r border-rule p-3">
          <dt className="eyebrow text-muted">{name}</dt>
          <dd className="figures font-bold">{value}</dd>
        </div>
      ))}
      <div className="col-span-2 border-b border-r border-rule p-3">
        <dt className="eyebrow text-muted">{Date.parse(drop.opens_at) <= now ? 'Opened' : 'Opens'}</dt>
        <dd className="font-bold">
          <Ago at={drop.opens_at} />
          {drop.snapshot_at && (
            <span className="block text-sm font-normal text-muted">
              Karma has to be held since the snapshot: <Ago at={drop.snapshot_at} />.
            </span>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** One drop: the pair, the gate, the request. */
export function DropView({ slug }: { slug: string }) {
  const { data: me } = useMe()
  return (
    <Answer query={useDrop(slug)} waiting="Loading the drop">
      {(drop) => (
        <article className="grid gap-6">
          <header className="grid border border-rule">
            <SneakerArt sneaker={drop.sneaker} className="h-60 w-full sm:h-80" />
            <div className="border-t border-rule p-4 sm:p-6">
              <h1 className="poster text-4xl sm:text-6xl">{drop.title}</h1>
              <p className="mt-2 text-muted">
                {drop.sneaker.brand} {drop.sneaker.name}, {drop.sneaker.colorway}
              </p>
            </div>
          </header>
          <div className="grid items-start gap-6 md:grid-cols-2">
            <div className="grid gap-6">
              <Gate drop={drop} />
              <Facts drop={drop} />
            </div>
            <section aria-labelledby="request" className="border-t-8 border-fg pt-4">
              <h2 id="request" className="heading mb-4 text-2xl">
                {me ? 'Cop it' : 'Size run'}
              </h2>
              <CheckoutForm drop={drop} me={me ?? null} />
            </section>
          </div>
        </article>
      )}
    </Answer>
  )
}
