import { type Knob, knobsOf } from './knobs.ts'
import type { Ruleset } from './rule.ts'
import { rulesetHash, shippedRuleset } from './rules.ts'
import { hashRuleset } from './ruleset.ts'

/** A flag of ours that is set on chain. */
export type Override = {
  knob: Knob
  value: bigint
  /** False: it is out of bounds, and the shipped number holds. */
  applied: boolean
}

export type Effective = {
  ruleset: Ruleset
  hash: `0x${string}`
  overrides: Override[]
}

const shippedKnobs = knobsOf(shippedRuleset)

/** The keys that the mirror is asked for. */
export const flagKeys: readonly `0x${string}`[] = shippedKnobs.map(({ key }) => key)

/**
 * The rules that hold: what is shipped, with the numbers that members voted for. A flag beyond the bounds of its number
 * is ignored, and said. Pure.
 * @param flags values by key, as mirrored
 */
export function effectiveRules(flags: ReadonlyMap<string, bigint>): Effective {
  const overrides = shippedKnobs.flatMap((knob): Override[] => {
    const value = flags.get(knob.key)
    if (value === undefined) return []
    return [{ knob, value, applied: value >= knob.min && value <= knob.max }]
  })
  const ruleset = overrides
    .filter(({ applied }) => applied)
    .reduce((changed, { knob, value }) => knob.set(changed, value), shippedRuleset)
  // Asked several times in a transaction, and hashing takes longer than the query.
  const hash = ruleset === shippedRuleset ? rulesetHash : hashRuleset(ruleset)
  return { ruleset, hash, overrides }
}
