'use client'
import { type FormEvent, useState } from 'react'
import type { ClosetInput } from '../../../core/trade/input.ts'
import { useSneakers } from '../api/hooks.ts'
import { closetWords, tradeWords } from '../messages/en-trades.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { usePutInCloset } from './hooks.ts'
import { newPair, PairRow } from './pair-fields.tsx'

/** Puts a pair in: had, or wanted. */
export function ClosetForm() {
  const put = usePutInCloset()
  const [pair, setPair] = useState(newPair)
  const save = (side: 'have' | 'want') => {
    const { sneaker_id, size, condition } = pair
    const input: ClosetInput =
      side === 'have' ? { side, sneaker_id, size, condition } : { side, sneaker_id, size }
    put.mutate(input, { onSuccess: () => setPair(newPair()) })
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    save(submitter?.getAttribute('value') === 'want' ? 'want' : 'have')
  }
  return (
    <form onSubmit={send} aria-label={closetWords.put} className="grid gap-4">
      <Answer query={useSneakers()} waiting={tradeWords.choosePair}>
        {({ items }) => <PairRow pair={pair} sneakers={items} onChange={setPair} onRemove={undefined} />}
      </Answer>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" value="have" tone="go" busy={put.isPending}>
          {closetWords.have}
        </Button>
        <Button type="submit" value="want" busy={put.isPending}>
          {closetWords.want}
        </Button>
      </div>
      {put.error && <ErrorNotice error={put.error} />}
    </form>
  )
}
