import { formatKarma } from './amount.ts'
import type { AwardRule } from './rule.ts'
import { isTrusted, type TrustLevel } from './trust.ts'

/** One in basis points. */
export const WHOLE = 10_000
/** A place pays three times as much at most, and never less than a tenth. */
const PLACE_FACTORS = { least: 1_000, most: 30_000 } as const

/** What is known of the act and of who did it when its award is decided. */
export type ActFacts = {
  /** The member's awards of this rule since 00:00 UTC that hold a place under its cap. */
  earnedToday: number
  level: TrustLevel
  /** Basis points taken off because the member is mostly confirmed by their own circle: 0 to 10,000. */
  ringDiscount: number
  /** What this place pays, in basis points of the rule's award: 10,000 as it is written. */
  placeFactor: number
  /** wei left in the category's budget of this epoch; null where that is not asked, as before an act is confirmed */
  budgetLeft: bigint | null
}

/** Why an award is not paid. */
export const capReasons = ['off', 'trust', 'ring', 'day', 'budget'] as const
export type CapReason = (typeof capReasons)[number]

export type Decision = {
  /** wei; of a capped one what it would be */
  amount: bigint
  /** null: it is paid */
  capped: CapReason | null
  /** What led there, in plain words, for the member. */
  why: string[]
}

const portion = (amount: bigint, basisPoints: number): bigint =>
  (amount * BigInt(basisPoints)) / BigInt(WHOLE)
const percent = (basisPoints: number): string => `${Number((basisPoints / 100).toFixed(2))} %`

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)))
}

/** The award shrunk for each repeat beyond the whole ones. */
function repeated({ award, repeats }: AwardRule, earnedToday: number): bigint {
  let amount = award
  for (let n = repeats.full; n <= earnedToday && amount > 0n; n++) amount = portion(amount, repeats.each)
  return amount
}

type Step = { amount: bigint; why: string[] }

/** Repeats, place and circle, in this order, each with a sentence when it changes something. */
function priced(rule: AwardRule, facts: ActFacts): Step {
  const why: string[] = []
  let amount = repeated(rule, facts.earnedToday)
  if (amount < rule.award)
    why.push(
      `Number ${facts.earnedToday + 1} today: ${formatKarma(amount)} instead of ${formatKarma(rule.award)} karma.`,
    )
  const place = within(facts.placeFactor, PLACE_FACTORS.least, PLACE_FACTORS.most)
  amount = portion(amount, place)
  if (place !== WHOLE) why.push(`This place pays ${percent(place)}.`)
  const discount = within(facts.ringDiscount, 0, WHOLE)
  amount = portion(amount, WHOLE - discount)
  if (discount > 0) why.push(`${percent(discount)} less: you are mostly confirmed by your own circle.`)
  return { amount, why }
}

function capOf(rule: AwardRule, facts: ActFacts, amount: bigint): { capped: CapReason; why: string } | null {
  if (rule.award === 0n || rule.capPerDay === 0)
    return { capped: 'off', why: 'This rule pays nothing at present.' }
  if (!isTrusted(facts.level, rule.needs.trust))
    return {
      capped: 'trust',
      why: `This pays from trust level "${rule.needs.trust}" on; yours is "${facts.level}".`,
    }
  if (facts.earnedToday >= rule.capPerDay)
    return { capped: 'day', why: `Only ${rule.capPerDay} a day are paid, and today had them.` }
  if (amount === 0n) return { capped: 'ring', why: 'Nothing is left of it.' }
  if (facts.budgetLeft !== null && amount > facts.budgetLeft)
    return { capped: 'budget', why: `The budget for ${rule.category} is used up until the next epoch.` }
  return null
}

/**
 * What an act earns, and why. Pure: the same rule and facts give the same answer, in the product, in the replay of the
 * past and in the simulator.
 * @throws never; facts out of range are taken as the nearest in range
 */
export function decideAward({ rule, facts }: { rule: AwardRule; facts: ActFacts }): Decision {
  const { amount, why } = priced(rule, facts)
  const cap = capOf(rule, facts, amount)
  return { amount, capped: cap?.capped ?? null, why: cap ? [...why, cap.why] : why }
}
