import { formatKarma } from '../../../core/karma/amount.ts'
import type { Rules } from '../../../core/karma/shape.ts'
import { fill, plural } from '../messages/fill.ts'
import { words } from '../messages/karma/number.ts'
import { unitText } from '../messages/units.ts'

type Knob = Rules['knobs'][number]

const DAY = 86_400

/** A number of the rules as a member says it: "10 karma", "3 days". */
export function numberText(value: string, unit: Knob['unit']): string {
  if (unit === 'wei') return fill(words.karma, { BigInt: formatKarma(BigInt(value)) })
  if (unit === 'times') return fill(words.aDay, { value })
  if (unit === 'seconds' && Number(value) % DAY === 0) return numberText(String(Number(value) / DAY), 'days')
  if (unit === 'members') return plural(words.members, Number(value))
  return unitText(Number(value), unit === 'days' ? 'day' : 'second')
}
