'use client'
import type { ReactNode } from 'react'
import type { Outcome } from '../../../core/checkout/outcome.ts'
import { words as texts } from '../messages/checkout/outcome-panel.ts'
import { handoverWords, notOrderedWords } from '../messages/en-checkout.ts'
import { moneyText } from '../messages/money.ts'
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
  const number = outcome.number ?? texts.notShown
  return (
    <Frame title={texts.wItIsYours} tone="bg-volt text-ink border-ink">
      <p className="eyebrow">{texts.orderNumber}</p>
      <p className="figures break-all font-extrabold leading-none" style={{ fontSize: hugeFor(number) }}>
        {number}
      </p>
      <p className="figures text-lg font-bold">{moneyText(outcome.total_minor, outcome.currency)}</p>
      <p className="text-sm">
        {texts.theShopWrote} <q>{outcome.evidence}</q>
      </p>
    </Frame>
  )
}

function Handover({ outcome }: { outcome: Extract<Outcome, { kind: 'handover' }> }) {
  return (
    <Frame title={texts.overToYou}>
      <p className="font-semibold">{handoverWords[outcome.reason]}</p>
      <p className="text-muted">{outcome.detail}</p>
      {outcome.resume_url && (
        <a
          href={outcome.resume_url}
          rel="noreferrer"
          className={`${buttonClass('go', 'large')} justify-self-start`}
        >
          {texts.goOnAtThe}
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
      <Frame title={outcome.reason === 'cancelled' ? texts.cancelled : texts.lNotThisTime}>
        <p className="font-semibold">{notOrderedWords[outcome.reason]}</p>
        <p className="text-muted">{outcome.detail}</p>
      </Frame>
    )
  }
  if (outcome.kind === 'dry-run') {
    return (
      <Frame title={texts.dryRunDone}>
        <p className="figures text-3xl font-bold">{moneyText(outcome.total_minor, outcome.currency)}</p>
        <p className="text-muted">
          {outcome.detail} {texts.nothingWasBought}
        </p>
      </Frame>
    )
  }
  return (
    <Frame title={texts.lookAtTheShop} tone="border-alarm border-l-8">
      <p className="font-semibold">{texts.theOrderMayOr}</p>
      <p className="text-muted">
        {outcome.detail} {texts.lookForAMail}
      </p>
    </Frame>
  )
}
