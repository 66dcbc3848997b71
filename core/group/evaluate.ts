import { formatKarma } from '../karma/amount.ts'
import { type Condition, conditionsOf, type Gate } from './gate.ts'

/** What a member has to show, all of one block of the mirror. */
export type GateFacts = {
  wallets: number
  /** wei, of all linked wallets together */
  held: bigint
  /** wei, of the member's own acts */
  earned: bigint
  /** The best pass that is active now. */
  pass: { tier: number; expiresAt: Date } | null
  /** City cells where the member was in the last 30 days. */
  cities: readonly string[]
}

/** What a city is called; its cell where nobody knows a name. */
export type NameOf = (cell: string) => string

export type GateVerdict = {
  open: boolean
  /** What is asked, and of whoever is refused what would make it a yes. */
  reason: string
  /** When time alone may change the answer: a pass ends. null: only what the member does can. */
  changesAt: Date | null
}

function holds(condition: Condition, facts: GateFacts): boolean {
  if (condition.kind === 'pass') return facts.pass !== null && facts.pass.tier >= condition.tier
  if (condition.kind === 'city') return facts.cities.includes(condition.cell)
  return facts[condition.kind] >= condition.wei
}

/** A condition as it is asked for: "100 karma held". */
function asked(condition: Condition, nameOf: NameOf): string {
  if (condition.kind === 'pass') return `a pass of tier ${condition.tier} or higher`
  if (condition.kind === 'city') return `being around ${nameOf(condition.cell)}`
  return `${formatKarma(condition.wei)} karma ${condition.kind}`
}

/** Where a gate within a gate begins and ends. */
const within = (gate: Gate, text: string) => (gate.kind === 'and' || gate.kind === 'or' ? `(${text})` : text)

/** What a gate asks for, in plain words: "100 karma held and (a pass of tier 1 or higher or 50 karma earned)". Pure. */
export function gateWords(gate: Gate, nameOf: NameOf): string {
  if (gate.kind === 'not') return `not ${within(gate.part, gateWords(gate.part, nameOf))}`
  if (gate.kind !== 'and' && gate.kind !== 'or') return asked(gate, nameOf)
  return gate.parts.map((part) => within(part, gateWords(part, nameOf))).join(` ${gate.kind} `)
}

/** What to do for a condition to hold. */
function towards(condition: Condition, facts: GateFacts, nameOf: NameOf): string {
  if (condition.kind === 'city')
    return `be around ${nameOf(condition.cell)} (you were not seen there in the last 30 days)`
  if (condition.kind === 'pass') {
    const own = facts.pass ? `yours is of tier ${facts.pass.tier}` : 'you have none'
    return `get a pass of tier ${condition.tier} or higher (${own})`
  }
  const amount = formatKarma(condition.wei)
  if (condition.kind === 'earned')
    return `earn ${formatKarma(condition.wei - facts.earned)} karma more (you earned ${formatKarma(facts.earned)} of ${amount})`
  if (facts.wallets === 0) return `link a wallet and hold ${amount} karma in it`
  return `hold ${formatKarma(condition.wei - facts.held)} karma more (you hold ${formatKarma(facts.held)} of ${amount})`
}

/** What to do for it not to hold any more. */
function awayFrom(condition: Condition, facts: GateFacts, nameOf: NameOf): string {
  if (condition.kind === 'city') return `not have been around ${nameOf(condition.cell)} for 30 days`
  if (condition.kind === 'pass')
    return `have no pass of tier ${condition.tier} or higher (yours is of tier ${facts.pass?.tier ?? 0})`
  const amount = formatKarma(condition.wei)
  if (condition.kind === 'held') return `hold less than ${amount} karma (you hold ${formatKarma(facts.held)})`
  return `have earned less than ${amount} karma (you earned ${formatKarma(facts.earned)}, which stays)`
}

type Asking = { facts: GateFacts; nameOf: NameOf }

/**
 * What is missing for the gate to be as wanted; null when nothing is. A NOT is carried down to the conditions (De Morgan), so
 * that what is said is always something to do.
 */
function missing(gate: Gate, wanted: boolean, asking: Asking): string | null {
  const { facts, nameOf } = asking
  if (gate.kind === 'not') return missing(gate.part, !wanted, asking)
  if (gate.kind !== 'and' && gate.kind !== 'or') {
    if (holds(gate, facts) === wanted) return null
    return wanted ? towards(gate, facts, nameOf) : awayFrom(gate, facts, nameOf)
  }
  const all = (gate.kind === 'and') === wanted
  const open = gate.parts.map((part) => missing(part, wanted, asking))
  const left = open.filter((text) => text !== null)
  if (left.length === 0 || (!all && left.length < open.length)) return null
  if (left.length === 1) return left[0] ?? null
  return all ? left.join(' and ') : `either ${left.join(', or ')}`
}

/**
 * May a member with these facts be in? Pure; a reason for everybody, and for whoever is refused what would make it a yes.
 */
export function evaluateGroupGate(gate: Gate, { facts, nameOf }: Asking): GateVerdict {
  const lacking = missing(gate, true, { facts, nameOf })
  const words = gateWords(gate, nameOf)
  const countsPasses = conditionsOf(gate).some(({ kind }) => kind === 'pass')
  return {
    open: lacking === null,
    reason:
      lacking === null
        ? `This group asks for ${words}. You have it.`
        : `This group asks for ${words}. To be in, ${lacking}.`,
    changesAt: (countsPasses && facts.pass?.expiresAt) || null,
  }
}
