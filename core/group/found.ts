import { Final } from '../errors.ts'
import { formatKarma } from '../karma/amount.ts'
import type { Ruleset } from '../karma/rule.ts'
import { isTrusted, type TrustLevel } from '../karma/trust.ts'
import { parseGate } from './parse.ts'
import type { GroupAccess } from './shape.ts'
import { writeGate } from './write.ts'

/** Whoever founds a group answers for what others read there. */
const FOUNDING_LEVEL = 'regular'

/**
 * @param what is asked for of those who may found one
 * @throws Final `group.trust`, with what is still to be reached
 */
export function requireFounder({ trust }: Ruleset, level: TrustLevel, what = 'found a group'): void {
  if (isTrusted(level, FOUNDING_LEVEL)) return
  const { earned, days } = trust[FOUNDING_LEVEL]
  throw new Final({
    code: 'group.trust',
    message: `Your trust level does not let you ${what} yet.`,
    fix: `Earn ${formatKarma(earned)} karma and be a member for ${days} days.`,
  })
}

function refuse(message: string, fix: string): Final {
  return new Final({ code: 'group.gate-text', message, fix })
}

/**
 * The gate of a group as it is kept: the one text of what was written, and null of a group that has none. Pure.
 * @throws Final `group.gate-text`, `cell.invalid`
 */
export function keptGate(access: GroupAccess, gate: string | null): string | null {
  if (access !== 'gate') {
    if (gate === null) return null
    throw refuse('A gate is given, and the access is another.', 'Send access "gate", or no gate.')
  }
  if (gate === null)
    throw refuse('This group has a gate that asks for nothing.', 'Say what it asks for, or open the group.')
  return writeGate(parseGate(gate))
}
