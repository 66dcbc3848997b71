import { formatKarma } from '../karma/amount.ts'
import type { VoteKnob } from './knob.ts'
import { knobTitle } from './name.ts'

const [DAY, HOUR, MINUTE] = [86_400n, 3_600n, 60n]

/** A span of seconds in the largest unit that tells it without a rest: "2 days", "15 seconds". */
export function spanText(seconds: bigint): string {
  const [size, unit] = (
    [
      [DAY, 'day'],
      [HOUR, 'hour'],
      [MINUTE, 'minute'],
    ] as const
  ).find(([each]) => seconds >= each && seconds % each === 0n) ?? [1n, 'second']
  const count = seconds / size
  return `${count} ${unit}${count === 1n ? '' : 's'}`
}

const counted = (value: bigint, one: string) => `${value} ${one}${value === 1n ? '' : 's'}`

/** A value of a knob as a member says it: "12 karma", "on", "3 days". Pure. */
export function valueText({ unit, name }: Pick<VoteKnob, 'unit' | 'name'>, value: bigint): string {
  if (unit === 'wei') return `${formatKarma(value)} karma`
  if (unit === 'switch') return value === 0n ? 'off' : 'on'
  if (unit === 'seconds') return spanText(value)
  if (unit === 'days') return counted(value, 'day')
  if (unit === 'members') return counted(value, 'member')
  if (unit === 'times' && name.endsWith('.cap')) return `${value} a day`
  return String(value)
}

/** What a change does, told with what it replaces. Pure. */
export function changeText(knob: VoteKnob, change: { from: bigint; to: bigint }): string {
  const title = knobTitle(knob.name)
  const [from, to] = [valueText(knob, change.from), valueText(knob, change.to)]
  if (from === to) return `${title}: stays ${to}.`
  return `${title}: ${to} instead of ${from}.`
}
