'use client'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import type { Match } from '../../../core/trade/shape.ts'
import { ringWords } from '../messages/en-trades.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { BondFields, readBond } from './bond-fields.tsx'
import { useProposeRing } from './ring-hooks.ts'

const DAY = 86_400

/** Proposes a ring that closets suggest to the two others, by one press, and goes to it. */
export function RingOffer({ steps }: Match) {
  const router = useRouter()
  const propose = useProposeRing()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const items = steps.map(({ item }) => item)
    const terms = { answer_seconds: 3 * DAY, sending_seconds: 14 * DAY }
    propose.mutate(
      { items, ...terms, ...readBond(new FormData(event.currentTarget)) },
      { onSuccess: ({ id }) => router.push(`/trades/rings/${id}`) },
    )
  }
  return (
    <form onSubmit={send} aria-label={ringWords.propose} className="grid max-w-xl gap-3">
      <BondFields />
      <Button type="submit" tone="go" busy={propose.isPending} className="justify-self-start">
        {ringWords.propose}
      </Button>
      {propose.error && <ErrorNotice error={propose.error} />}
    </form>
  )
}
