'use client'
import type { ReactNode } from 'react'
import type { Outcome } from '../../../core/checkout/outcome.ts'
import { formatMoney } from '../../../core/format-money.ts'
import { handoverWords, notOrderedWords } from '../messages/en.ts'
import { buttonClass } from '../parts/button.tsx'

function Frame({ title, tone = '', children }: { title: string; tone?: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby="outcome"
      className={`ticker-in @container grid gap-3 border border-rule p-5 sm:p-7 ${tone}`}
    >
      <h2 id="outcome" className="poster text-3xl sm:text-4xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** As large as one line of the panel takes: a character of the mono face is 0.6 em wide. */
const hugeFor = (text: string) => `clamp(1.25rem, ${Math.floor(160 / text.length)}cqi, 4.5rem)`

function Ordered({ outcome }: { outcome: Extract<Outcome, { kind: 'ordered' }> }) {
  const number = outcome.number ?? 'not shown'
  return (
    <Frame title="W. It is yours" tone="bg-volt text-ink border-ink">
      <p className="eyebrow">Order number</p>
      <p className="figures break-all font-extrabold leading-none" style={{ fontSize: hugeFor(number) }}>
        {number}
      </p>
      <p className="figures text-lg font-bold">{formatMoney(outcome.total_minor, outcome.currency)}</p>
      <p className="text-sm">
        The shop wrote: <q>{outcome.evidence}</q>
      </p>
    </Frame>
  )
}

function Handover({ outcome }: { outcome: Extract<Outcome, { kind: 'handover' }> }) {
  return (
    <Frame title="Over to you">
      <p className="font-semibold">{handoverWords[outcome.reason]}</p>
      <p className="text-muted">{outcome.detail}</p>
      {outcome.resume_url && (
        <a
          href={outcome.resume_url}
          rel="noreferrer"
          className={`${buttonClass('go', 'large')} justify-self-start`}
        >
          Go on at the shop
        </a>
      )}
    </Frame>
  )
}

/** How it ended, in words of its own for every ending. */
export function OutcomePanel({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === 'ordered') return <Ordered outcome={outcome} />
  if (outcome.kind === 'handover') return <Handover outcome={outcome} />
  if (outcome.kind === 'not-ordered') {
    return (
      <Frame title={outcome.reason === 'cancelled' ? 'Cancelled' : 'L. Not this time'}>
        <p className="font-semibold">{notOrderedWords[outcome.reason]}</p>
        <p className="text-muted">{outcome.detail}</p>
      </Frame>
    )
  }
  if (outcome.kind === 'dry-run') {
    return (
      <Frame title="Dry run done">
        <p className="figures text-3xl font-bold">{formatMoney(outcome.total_minor, outcome.currency)}</p>
        <p className="text-muted">{outcome.detail} Nothing was bought.</p>
      </Frame>
    )
  }
  return (
    <Frame title="Look at the shop" tone="border-alarm border-l-8">
      <p className="font-semibold">
        The order may or may not have gone through, and SNPD will not try again.
      </p>
      <p className="text-muted">
        {outcome.detail} Look for a mail or your order history at the shop before you buy elsewhere.
      </p>
    </Frame>
  )
}
