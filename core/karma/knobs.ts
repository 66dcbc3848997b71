import { flagKey } from './flag-key.ts'
import { type AwardRule, type CostRule, isAward, type Ruleset } from './rule.ts'

/** A number of the rule set that a flag on chain can change, and how far. */
export type Knob = {
  /** `karma.<rule>.<field>`; its key is what FeatureFlags knows it by. */
  name: string
  key: `0x${string}`
  unit: 'wei' | 'times' | 'members' | 'days' | 'seconds'
  /** As shipped. */
  value: bigint
  /** A flag outside of these is ignored. */
  min: bigint
  max: bigint
  /** The rule set with this number instead. */
  set: (ruleset: Ruleset, value: bigint) => Ruleset
}

type Field = Pick<Knob, 'unit' | 'value' | 'set'> & { name: string; min?: bigint; max?: bigint }

/** Votes turn a number by ten times at most; what is more is a mistake or an attack, and asks for a release. */
const REACH = 10n

function knob({ name, min = 0n, max, ...field }: Field): Knob {
  const full = `karma.${name}`
  return { ...field, name: full, key: flagKey(full), min, max: max ?? field.value * REACH }
}

const withRule = (ruleset: Ruleset, rule: AwardRule | CostRule): Ruleset => ({
  ...ruleset,
  rules: { ...ruleset.rules, [rule.on]: rule },
})

/** Changes one rule of a set; a set without it stays as it is. */
function changing(name: string, change: (rule: AwardRule, value: bigint) => AwardRule): Knob['set'] {
  return (ruleset, value) => {
    const rule = ruleset.rules[name]
    return rule && isAward(rule) ? withRule(ruleset, change(rule, value)) : ruleset
  }
}

function knobsOfAward({ on, award, capPerDay, needs }: AwardRule): Knob[] {
  const found = [
    knob({
      name: `${on}.award`,
      unit: 'wei',
      value: award,
      set: changing(on, (rule, value) => ({ ...rule, award: value })),
    }),
    knob({
      name: `${on}.cap`,
      unit: 'times',
      value: BigInt(capPerDay),
      set: changing(on, (rule, value) => ({ ...rule, capPerDay: Number(value) })),
    }),
  ]
  // What needs nobody's word cannot be made to: nothing would ever confirm it. What needs one can never need none.
  if (needs.confirmations === 0) return found
  const set = changing(on, (rule, value) => ({
    ...rule,
    needs: { ...rule.needs, confirmations: Number(value) },
  }))
  const value = BigInt(needs.confirmations)
  return [...found, knob({ name: `${on}.confirmations`, unit: 'members', value, min: 1n, set })]
}

function knobsOfCost({ on, cost }: CostRule): Knob[] {
  const set = (ruleset: Ruleset, value: bigint): Ruleset => {
    const rule = ruleset.rules[on]
    return rule && !isAward(rule) ? withRule(ruleset, { ...rule, cost: value }) : ruleset
  }
  return [knob({ name: `${on}.cost`, unit: 'wei', value: cost, set })]
}

function knobsOfBudgets({ budgets }: Ruleset): Knob[] {
  return Object.entries(budgets).map(([category, value]) =>
    knob({
      name: `budget.${category}`,
      unit: 'wei',
      value,
      set: (ruleset, next) => ({ ...ruleset, budgets: { ...ruleset.budgets, [category]: next } }),
    }),
  )
}

function knobsOfPlaces({ places }: Ruleset): Knob[] {
  const set =
    (field: keyof Ruleset['places']): Knob['set'] =>
    (ruleset, value) => ({ ...ruleset, places: { ...ruleset.places, [field]: value } })
  return [
    knob({ name: 'places.city-pool', unit: 'wei', value: places.cityPool, set: set('cityPool') }),
    knob({ name: 'places.member-share', unit: 'wei', value: places.memberShare, set: set('memberShare') }),
  ]
}

function knobsOfTrust({ trust }: Ruleset): Knob[] {
  return (['regular', 'trusted', 'steward'] as const).flatMap((level) => {
    const set =
      (field: 'earned' | 'days'): Knob['set'] =>
      (ruleset, value) => {
        const needs = { ...ruleset.trust[level], [field]: field === 'earned' ? value : Number(value) }
        return { ...ruleset, trust: { ...ruleset.trust, [level]: needs } }
      }
    const { earned, days } = trust[level]
    return [
      knob({ name: `trust.${level}.earned`, unit: 'wei', value: earned, set: set('earned') }),
      knob({ name: `trust.${level}.days`, unit: 'days', value: BigInt(days), set: set('days') }),
    ]
  })
}

function knobsOfChallenges({ challenges }: Ruleset): Knob[] {
  const set =
    (field: 'holdSeconds' | 'suspendDays'): Knob['set'] =>
    (ruleset, value) => ({ ...ruleset, challenges: { ...ruleset.challenges, [field]: Number(value) } })
  const { holdSeconds, suspendDays } = challenges
  return [
    knob({ name: 'challenge.hold', unit: 'seconds', value: BigInt(holdSeconds), set: set('holdSeconds') }),
    knob({ name: 'challenge.suspend', unit: 'days', value: BigInt(suspendDays), set: set('suspendDays') }),
  ]
}

/** Every number of a shipped rule set that a vote can change. Pure. */
export function knobsOf(shipped: Ruleset): Knob[] {
  const ofRules = Object.values(shipped.rules).flatMap((rule) =>
    isAward(rule) ? knobsOfAward(rule) : knobsOfCost(rule),
  )
  return [
    ...ofRules,
    ...knobsOfBudgets(shipped),
    ...knobsOfPlaces(shipped),
    ...knobsOfTrust(shipped),
    ...knobsOfChallenges(shipped),
  ]
}
