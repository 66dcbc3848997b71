'use client'
import type { Sneaker } from '../../../core/restock/shape.ts'
import type { PairInput } from '../../../core/trade/input.ts'
import { useSneakers } from '../api/hooks.ts'
import { conditionWords, tradeWords } from '../messages/en-trades.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'

/** A pair that is being named; without an id none is chosen yet. */
export type PairDraft = PairInput & { key: string }

let next = 0
export const newPair = (): PairDraft => ({ key: String(next++), sneaker_id: '', size: '', condition: 'new' })

const nameOf = ({ brand, name, colorway }: Sneaker) => `${brand} ${name}, ${colorway}`
type Condition = PairInput['condition']
const conditions = () => Object.entries(conditionWords) as [Condition, string][]

type RowProps = {
  pair: PairDraft
  sneakers: readonly Sneaker[]
  onChange: (pair: PairDraft) => void
  onRemove: (() => void) | undefined
}

/** Which pair, in which size and condition. */
export function PairRow({ pair, sneakers, onChange, onRemove }: RowProps) {
  return (
    <div className="grid items-end gap-3 border-l-8 border-edge pl-3 sm:grid-cols-[2fr_1fr_1fr_auto]">
      <Choice
        label={tradeWords.pair}
        required
        value={pair.sneaker_id}
        onChange={({ target }) => onChange({ ...pair, sneaker_id: target.value })}
      >
        <option value="" disabled>
          {tradeWords.choosePair}
        </option>
        {sneakers.map((sneaker) => (
          <option key={sneaker.id} value={sneaker.id}>
            {nameOf(sneaker)}
          </option>
        ))}
      </Choice>
      <Field
        label={tradeWords.size}
        figures
        required
        pattern="[0-9]{1,2}(\.5)?[WYC]?"
        placeholder="9.5"
        value={pair.size}
        onChange={({ target }) => onChange({ ...pair, size: target.value })}
      />
      <Choice
        label={tradeWords.condition}
        value={pair.condition}
        onChange={({ target }) => onChange({ ...pair, condition: target.value as Condition })}
      >
        {conditions().map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Choice>
      {onRemove && (
        <Button tone="quiet" onClick={onRemove}>
          {tradeWords.removePair}
        </Button>
      )}
    </div>
  )
}

type Props = {
  title: string
  hint?: string
  /** The fewest that there must be. */
  least: number
  most: number
  pairs: readonly PairDraft[]
  onPairs: (pairs: PairDraft[]) => void
}

/** What one side gives. */
export function PairFields({ title, hint, least, most, pairs, onPairs }: Props) {
  const change = (key: string, pair?: PairDraft) =>
    onPairs(pairs.flatMap((each) => (each.key === key ? (pair ?? []) : each)))
  return (
    <fieldset className="grid gap-4">
      <legend className="heading mb-2 text-xl">{title}</legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <Answer query={useSneakers()} waiting={tradeWords.choosePair}>
        {({ items }) => (
          <>
            {pairs.map((pair) => (
              <PairRow
                key={pair.key}
                pair={pair}
                sneakers={items}
                onChange={(changed) => change(pair.key, changed)}
                onRemove={pairs.length > least ? () => change(pair.key) : undefined}
              />
            ))}
          </>
        )}
      </Answer>
      {pairs.length < most && (
        <Button className="justify-self-start" onClick={() => onPairs([...pairs, newPair()])}>
          {tradeWords.addPair}
        </Button>
      )}
    </fieldset>
  )
}
