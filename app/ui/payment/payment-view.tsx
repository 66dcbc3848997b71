'use client'
import { useState } from 'react'
import type { Payment } from '../../../core/payment/shape.ts'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/payment/payment-view.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { CardForm } from './card-form.tsx'
import { useForgetPayment, usePayment } from './hooks.ts'

const steps = () =>
  [
    [words.thisBrowser, words.sealsWhatYouType],
    [words.snpdKeeps, words.theSealedBytesAnd],
    [words.theCheckoutWorker, words.hasTheOneKey],
  ] as const

function HowItGoes() {
  return (
    <ol className="grid gap-px border border-rule bg-rule sm:grid-cols-3">
      {steps().map(([who, what], index) => (
        <li key={who} className="grid content-start gap-1 bg-bg p-4">
          <span className="figures text-sm text-muted">{index + 1}</span>
          <span className="heading text-lg">{who}</span>
          <span className="text-sm">{what}</span>
        </li>
      ))}
    </ol>
  )
}

type HeadingProps = { id: string; arrive: boolean; children: string }

/** What a press has brought about takes the focus: the pressed button is gone. */
function Heading({ id, arrive, children }: HeadingProps) {
  return (
    <h2 id={id} tabIndex={-1} ref={arrive ? focus : undefined} className="heading text-2xl outline-none">
      {children}
    </h2>
  )
}

const focus = (element: HTMLElement | null) => element?.focus()

type KeptProps = { payment: Payment; arrive: boolean; onReplace: () => void; onForgotten: () => void }

function Kept({ payment, arrive, onReplace, onForgotten }: KeptProps) {
  const forget = useForgetPayment()
  return (
    <section aria-labelledby="kept" className="grid gap-4">
      <Heading id="kept" arrive={arrive}>
        {words.sealedAndKept}
      </Heading>
      <div className="grid gap-1 border border-edge p-4">
        <p className="wrap-anywhere text-lg font-semibold">{payment.label}</p>
        <p className="text-sm text-muted">
          {words.sealed}{' '}
          <time dateTime={payment.updated_at} className="figures">
            {payment.updated_at.slice(0, 10)}
          </time>
          {words.theNumberIsNot}
        </p>
      </div>
      {forget.error && <ErrorNotice error={forget.error} />}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button onClick={onReplace}>{words.replaceIt}</Button>
        <Button
          tone="quiet"
          busy={forget.isPending}
          onClick={() => forget.mutate(undefined, { onSuccess: onForgotten })}
        >
          {words.forgetIt}
        </Button>
      </div>
    </section>
  )
}

function Card({ memberId, payment }: { memberId: string; payment: Payment | null }) {
  const [replacing, setReplacing] = useState(false)
  const [arrive, setArrive] = useState(false)
  const turn = (next: boolean) => {
    setReplacing(next)
    setArrive(true)
  }
  const stop = () => turn(false)
  const more = { arrive, onReplace: () => turn(true), onForgotten: stop }
  if (payment && !replacing) return <Kept payment={payment} {...more} />
  return (
    <section aria-labelledby="card" className="grid gap-4">
      <Heading id="card" arrive={arrive}>
        {payment ? words.anotherCard : words.yourCard}
      </Heading>
      <CardForm memberId={memberId} onDone={stop} onCancel={payment ? stop : undefined} />
    </section>
  )
}

/** Payment details of the member: sealed here, never shown again. */
export function PaymentView() {
  const me = useMe().data
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-8">
      <HowItGoes />
      <Answer query={usePayment()} waiting={words.lookingForYourCard}>
        {(payment) => me && <Card memberId={me.id} payment={payment} />}
      </Answer>
    </div>
  )
}
