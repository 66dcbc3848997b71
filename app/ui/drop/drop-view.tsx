'use client'
import Link from 'next/link'
import { Suspense, useState } from 'react'
import type { Drop } from '../../../core/drop/shape.ts'
import type { Member } from '../../../core/member/shape.ts'
import { placeWords } from '../../../core/restock/place.ts'
import { useDrop, useMe } from '../api/hooks.ts'
import { words as texts } from '../messages/drop/drop-view.ts'
import { fill } from '../messages/fill.ts'
import { moneyText } from '../messages/money.ts'
import { Ago, useSecond } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { dispensable } from '../parts/dispensable.ts'
import { karmaText } from '../parts/karma.tsx'
import { SneakerArt } from '../sneaker/sneaker-art.tsx'
import { Gate } from './gate.tsx'
import { SizeRun } from './size-run.tsx'
import { Standing } from './standing.tsx'

// For members: who only looks need not load it.
const CheckoutForm = dispensable(() => import('./checkout-form.tsx').then((module) => module.CheckoutForm))

/** The sizes, and for a member the form around them. */
function Cop({ drop, me }: { drop: Drop; me: Member | null | undefined }) {
  const [size, onPick] = useState('')
  const run = <SizeRun {...{ drop, size, onPick }} />
  if (!me) return run
  return (
    <Suspense fallback={run}>
      <CheckoutForm {...{ drop, me, size, onPick }} />
    </Suspense>
  )
}

/** What the gate asks for, in two words. */
function gateText({ min_karma, pass_tier }: Drop): string {
  const asked = BigInt(min_karma) > 0n ? fill(texts.karma, { min_karma: karmaText(min_karma) }) : undefined
  const pass = pass_tier === null ? undefined : fill(texts.pass, { pass_tier })
  return [asked, pass].filter(Boolean).join(texts.or) || texts.none
}

function Facts({ drop }: { drop: Drop }) {
  const now = useSecond() * 1000
  const rows = [
    [texts.price, moneyText(drop.price_minor, drop.currency)],
    [texts.gate, gateText(drop)],
  ] as const
  return (
    <dl className="grid grid-cols-2 border-l border-t border-rule">
      {rows.map(([name, value]) => (
        <div key={name} className="border-b border-r border-rule p-3">
          <dt className="eyebrow text-muted">{name}</dt>
          <dd className="figures font-bold">{value}</dd>
        </div>
      ))}
      <div className="border-b border-r border-rule p-3">
        <dt className="eyebrow text-muted">
          {Date.parse(drop.opens_at) <= now ? texts.opened : texts.opens}
        </dt>
        <dd className="font-bold">
          <Ago at={drop.opens_at} />
        </dd>
      </div>
      <div className="border-b border-r border-rule p-3">
        <dt className="eyebrow text-muted">{texts.style}</dt>
        <dd className="figures font-bold">
          <Link
            href={`/sneakers/${drop.sneaker.id}`}
            prefetch={false}
            aria-label={fill(texts.sizesAtEveryShop, { style_code: drop.sneaker.style_code })}
            className="inline-flex min-h-6 items-center underline underline-offset-4"
          >
            {drop.sneaker.style_code}
          </Link>
        </dd>
      </div>
      <div className="col-span-2 border-b border-r border-rule p-3">
        <dt className="eyebrow text-muted">{texts.shop}</dt>
        <dd className="font-semibold">{placeWords(drop.store)}</dd>
      </div>
      {drop.snapshot_at && (
        <div className="col-span-2 border-b border-r border-rule p-3">
          <dt className="eyebrow text-muted">{texts.snapshot}</dt>
          <dd>
            <Ago at={drop.snapshot_at} className="figures font-bold" />
            <span className="block text-sm text-muted">{texts.karmaCountsThatWas}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** One drop: the pair, the gate, the request. */
export function DropView({ slug }: { slug: string }) {
  const { data: me } = useMe()
  return (
    <Answer query={useDrop(slug)} waiting={texts.loadingTheDrop}>
      {(drop) => (
        <article className="grid items-start gap-6 md:grid-cols-2 md:grid-rows-[auto_1fr] xl:gap-8">
          <header className="grid min-w-0 wrap-anywhere border border-rule">
            <SneakerArt sneaker={drop.sneaker} className="h-44 w-full xs:h-52 md:h-72" />
            <div className="border-t border-rule p-4 sm:p-5">
              <h1 className="poster text-[min(7.8vw,2.5rem)] md:text-3xl 2xl:text-5xl">{drop.title}</h1>
              <p className="mt-2 text-muted">
                {drop.sneaker.brand} {drop.sneaker.name}, {drop.sneaker.colorway}
              </p>
            </div>
          </header>
          <div className="grid min-w-0 gap-6 md:row-span-2">
            <Gate drop={drop} />
            <Standing drop={drop} />
            <section aria-labelledby="request" className="min-w-0 border-t-8 border-fg pt-4">
              <h2 id="request" className="heading mb-4 text-2xl">
                {me ? texts.copIt : texts.sizeRun}
              </h2>
              <Cop {...{ drop, me }} />
            </section>
          </div>
          <Facts drop={drop} />
        </article>
      )}
    </Answer>
  )
}
