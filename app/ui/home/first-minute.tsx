'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useLedger, useMe, usePurchases } from '../api/hooks.ts'
import { words as texts } from '../messages/home/first-minute.ts'
import { buttonClass } from '../parts/button.tsx'

type Step = { title: string; words: string; done: boolean; action: ReactNode }

function useSteps(): Step[] {
  const me = useMe().data
  const ledger = useLedger().data
  const purchases = usePurchases().data?.items ?? []
  const earned = BigInt(me?.karma_earned ?? '0') > 0n
  const reported = earned || (ledger?.pending.length ?? 0) > 0
  const link = (href: string, name: string) => (
    <Link href={href} className={`${buttonClass('go')} justify-self-start`}>
      {name}
    </Link>
  )
  return [
    {
      title: texts.getIn,
      words: texts.aWalletOrA,
      done: Boolean(me),
      action: (
        <Link href="/sign-in" className={`${buttonClass('plain')} justify-self-start`}>
          {texts.getIn}
        </Link>
      ),
    },
    {
      title: texts.reportARestock,
      words: texts.aPairASize,
      done: reported,
      action: link('/restocks/report', texts.reportARestock),
    },
    {
      title: texts.earn10Karma,
      words: texts.whenASecondMember,
      done: earned,
      action: link('/ledger', texts.watchTheLedger),
    },
    {
      title: texts.copADrop,
      words: texts.karmaOpensTheGate,
      done: purchases.length > 0,
      action: link('/drops', texts.seeTheDrops),
    },
  ]
}

function Row({ step, index, now }: { step: Step; index: number; now: boolean }) {
  return (
    <li
      aria-current={now ? 'step' : undefined}
      className={`grid grid-cols-[auto_1fr] gap-x-4 border-b border-rule py-4 last:border-b-0 ${now || step.done ? '' : 'text-muted'}`}
    >
      <span
        aria-hidden
        className={`hexagon figures grid h-9 w-10 place-items-center font-bold ${
          step.done ? 'bg-fg text-bg' : now ? 'bg-volt text-ink' : 'bg-panel'
        }`}
      >
        {step.done ? '✓' : index + 1}
      </span>
      <div className="grid gap-3">
        <div>
          <h3 className="heading text-xl">
            {step.title}
            {step.done && <span className="sr-only">{texts.done}</span>}
          </h3>
          {(now || !step.done) && <p className="text-sm">{step.words}</p>}
        </div>
        {now && step.action}
      </div>
    </li>
  )
}

/** The way from nothing to the first pair; always one thing to do next. */
export function FirstMinute() {
  const steps = useSteps()
  const next = steps.findIndex((step) => !step.done)
  if (next === -1) return null
  return (
    <section aria-labelledby="first-minute" className="border border-rule p-4 sm:p-6">
      <h2 id="first-minute" className="eyebrow mb-2">
        {texts.yourFirstMinute} {next} {texts.of} {steps.length}
      </h2>
      <ol>
        {steps.map((step, index) => (
          <Row key={step.title} step={step} index={index} now={index === next} />
        ))}
      </ol>
    </section>
  )
}
