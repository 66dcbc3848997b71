import { formatKarma, karma } from '../karma/amount.ts'
import type { VoteKnob } from './knob.ts'
import { valueText } from './words.ts'

type Bounds = Pick<VoteKnob, 'name' | 'unit' | 'min' | 'max'>
export type Entered = { value: bigint; problem: null } | { value: null; problem: string }

const WHOLE = /^\d{1,30}$/
const KARMA = /^(\d{1,30})(?:\.(\d{1,18}))?$/

function parse({ unit }: Bounds, text: string): bigint | null {
  if (unit !== 'wei') return WHOLE.test(text) ? BigInt(text) : null
  const [, whole, fraction = ''] = KARMA.exec(text) ?? []
  return whole === undefined ? null : karma(BigInt(whole)) + BigInt(fraction.padEnd(18, '0'))
}

/** What a member typed for a new value: karma where it is karma, else a whole number; refused beyond the bounds. Pure. */
export function enteredValue(knob: Bounds, text: string): Entered {
  const value = parse(knob, text.trim())
  const [min, max] = [valueText(knob, knob.min), valueText(knob, knob.max)]
  if (value === null) return { value: null, problem: `Write a number from ${min} to ${max}.` }
  if (value < knob.min || value > knob.max)
    return { value: null, problem: `It can be from ${min} to ${max}: beyond that the product ignores it.` }
  return { value, problem: null }
}

/** What stands in the field for a value: the reverse. */
export function fieldText({ unit }: Pick<Bounds, 'unit'>, value: bigint): string {
  return unit === 'wei' ? formatKarma(value) : String(value)
}
