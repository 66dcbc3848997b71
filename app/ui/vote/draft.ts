import type { FlagChange } from '../../../core/vote/change.ts'
import { enteredValue } from '../../../core/vote/input.ts'
import type { VoteOption } from '../../../core/vote/shape.ts'
import type { ProposalText } from '../../../core/vote/text.ts'
import { changeText } from '../../../core/vote/words.ts'
import { words as texts } from '../messages/vote/draft.ts'

/** A proposal as it is being written. */
export type Draft = { name: string; value: string; title: string; reason: string }
export const emptyDraft: Draft = { name: '', value: '', title: '', reason: '' }

/** The bounds of an option as numbers. */
export function boundsOf({ name, unit, min, max }: VoteOption) {
  return { name, unit, min: BigInt(min), max: BigInt(max) }
}

type Read = {
  /** What can be proposed; undefined while something is missing. */
  proposal?: ProposalText & { changes: FlagChange[] }
  /** What is wrong with the new value; null while none is given. */
  problem: string | null
  /** What would change, in plain words. */
  words?: string
}

/** What a draft says. Pure. */
export function readDraft({ value: text, title, reason }: Draft, option: VoteOption | undefined): Read {
  if (!option || text === '') return { problem: null }
  const { value, problem } = enteredValue(boundsOf(option), text)
  if (value === null) return { problem }
  if (value === BigInt(option.value)) return { problem: texts.thatIsWhatHolds }
  const knob = {
    ...option,
    ...boundsOf(option),
    shipped: BigInt(option.shipped),
    key: option.key as `0x${string}`,
  }
  const words = changeText(knob, { from: BigInt(option.value), to: value })
  if (title.trim().length === 0) return { problem: null, words }
  const changes = [{ key: option.key as `0x${string}`, value }]
  return { problem: null, words, proposal: { title, reason, changes } }
}
