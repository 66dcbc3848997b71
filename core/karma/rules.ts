import { keccak256, stringToHex } from 'viem'
import { formatKarma, karma } from './amount.ts'

/** One rule of the economy, as data. The numbers here are the shipped ones. */
export type Rule = {
  /** The act it rewards. */
  on: 'restock.report' | 'restock.first-confirmation'
  /** wei of karma, once per member and act */
  award: bigint
  /** Members other than the reporter who must confirm the restock before the award starts to mature. */
  needs: { confirmations: number }
  category: 'intel'
  /** Awards of this rule that one member can earn per UTC day; reversed ones do not count. */
  capPerDay: number
  /** The award is minted after this wait, and can be reversed until then. */
  maturesAfter: 'challenge-window'
}
export type RuleName = Rule['on']

export const rules = {
  'restock.report': {
    on: 'restock.report',
    award: karma(10),
    needs: { confirmations: 1 },
    category: 'intel',
    capPerDay: 10,
    maturesAfter: 'challenge-window',
  },
  'restock.first-confirmation': {
    on: 'restock.first-confirmation',
    award: karma(1),
    needs: { confirmations: 1 },
    category: 'intel',
    capPerDay: 30,
    maturesAfter: 'challenge-window',
  },
} as const satisfies { [Name in RuleName]: Rule & { on: Name } }

/** Raised with every change of `rules`, so that old awards can be told apart. */
const version = 1

/** JSON with sorted keys and decimal bigints: the same rules give the same text on every machine. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return part.toString()
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** keccak256 of a rule set's canonical JSON. */
export function hashRuleset(ruleset: { version: number; rules: Record<string, Rule> }): `0x${string}` {
  return keccak256(stringToHex(canonicalJson(ruleset)))
}

/** The `ruleset` that every mint names, so that anyone can check which rules an award followed. */
export const rulesetHash = hashRuleset({ version, rules })

/** The rule in plain words, for members. */
export function describeRule(name: RuleName): string {
  const { award, needs, capPerDay } = rules[name]
  const others = needs.confirmations === 1 ? 'another member' : `${needs.confirmations} other members`
  const act = {
    'restock.report': `Report a restock that ${others} ${needs.confirmations === 1 ? 'confirms' : 'confirm'}`,
    'restock.first-confirmation': "Be the first to confirm someone else's restock report",
  }[name]
  return `${act}: ${formatKarma(award)} karma, up to ${capPerDay} times a day.`
}

/**
 * What an act earns: wei, or null when the day's cap is reached. Pure.
 * @param earnedToday the member's awards of this rule since 00:00 UTC, reversed ones left out
 */
export function decideAward(name: RuleName, earnedToday: number): bigint | null {
  const { award, capPerDay } = rules[name]
  return earnedToday < capPerDay ? award : null
}

/** 00:00 UTC of the day that `now` falls in: where the daily caps start to count. */
export function dayStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
}
