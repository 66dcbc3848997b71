'use client'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { OfferInput } from '../../../core/trade/input.ts'
import { MOST_PAIRS } from '../../../core/trade/limits.ts'
import { tradeWords } from '../messages/en-trades.ts'
import { periodText } from '../messages/units.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { BondFields, readBond } from './bond-fields.tsx'
import { newPair, type PairDraft, PairFields } from './pair-fields.tsx'

const [HOUR, DAY] = [3_600, 86_400]
const answers = [HOUR, DAY, 3 * DAY, 7 * DAY]
const sendings = [3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY]

const text = (data: FormData, name: string) => String(data.get(name) ?? '').trim()
const inputsOf = (pairs: readonly PairDraft[]) => pairs.map(({ key: _, ...pair }) => pair)

function readOffer(data: FormData, pairs: { gives: PairDraft[]; asks: PairDraft[] }): OfferInput {
  const note = text(data, 'note')
  return {
    ...{ gives: inputsOf(pairs.gives), asks: inputsOf(pairs.asks), ...readBond(data) },
    ...{ answer_seconds: Number(text(data, 'answer')), sending_seconds: Number(text(data, 'sending')) },
    ...(note ? { note } : {}),
  }
}

function Times() {
  const choice = (label: string, name: string, of: readonly number[]) => (
    <Choice label={label} name={name} defaultValue={of[2]}>
      {of.map((seconds) => (
        <option key={seconds} value={seconds}>
          {periodText(seconds)}
        </option>
      ))}
    </Choice>
  )
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {choice(tradeWords.answerIn, 'answer', answers)}
      {choice(tradeWords.sendIn, 'sending', sendings)}
    </div>
  )
}

type Props = {
  /** What stands above: with whom. */
  children?: ReactNode
  busy: boolean
  error: unknown
  onSend: (offer: OfferInput, form: FormData) => void
}

/** An offer, or the answer to one. */
export function OfferForm({ children, busy, error, onSend }: Props) {
  const [gives, setGives] = useState<PairDraft[]>(() => [newPair()])
  const [asks, setAsks] = useState<PairDraft[]>(() => [newPair()])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onSend(readOffer(data, { gives, asks }), data)
  }
  return (
    <form onSubmit={send} className="grid max-w-3xl gap-6">
      {children}
      <PairFields title={tradeWords.gives} least={1} most={MOST_PAIRS} pairs={gives} onPairs={setGives} />
      <PairFields
        title={tradeWords.asks}
        hint={tradeWords.asksHint}
        least={0}
        most={MOST_PAIRS}
        pairs={asks}
        onPairs={setAsks}
      />
      <BondFields />
      <Times />
      <Field label={tradeWords.note} name="note" maxLength={500} />
      {error ? <ErrorNotice error={error} /> : null}
      <Button type="submit" tone="go" size="large" busy={busy} className="justify-self-start">
        {tradeWords.send}
      </Button>
    </form>
  )
}
