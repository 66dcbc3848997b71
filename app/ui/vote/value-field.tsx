'use client'
import type { VoteOption } from '../../../core/vote/shape.ts'
import { valueText } from '../../../core/vote/words.ts'
import { voteWords } from '../messages/en-votes.ts'
import { fill } from '../messages/fill.ts'
import { words as texts } from '../messages/vote/value-field.ts'
import { Choice, Field } from '../parts/field.tsx'
import { boundsOf, type Draft, readDraft } from './draft.ts'

type Props = { option: VoteOption; draft: Draft; onValue: (value: string) => void }

/** The new value: on or off, or a number within its bounds; and what that would change. */
export function ValueField({ option, draft, onValue }: Props) {
  const { problem, words } = readDraft(draft, option)
  const { min, max } = boundsOf(option)
  const common = { label: voteWords.value, error: problem ?? undefined, value: draft.value }
  if (option.unit === 'switch')
    return (
      <Choice {...common} hint={words} onChange={({ target }) => onValue(target.value)}>
        <option value="">…</option>
        <option value="1">{voteWords.on}</option>
        <option value="0">{voteWords.off}</option>
      </Choice>
    )
  return (
    <Field
      {...common}
      figures
      inputMode="decimal"
      hint={words ?? fill(texts.fromTo, { option: valueText(option, min), option2: valueText(option, max) })}
      onChange={({ target }) => onValue(target.value)}
    />
  )
}
