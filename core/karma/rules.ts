import { karma } from './amount.ts'
import type { AwardRule, CostRule, Ruleset } from './rule.ts'
import { hashRuleset } from './ruleset.ts'

/** The rules of the economy, as data. The numbers here are the shipped ones: flags on chain can change them (knobs.ts). */
const awards = {
  'restock.report': {
    on: 'restock.report',
    award: karma(10),
    capPerDay: 10,
    // Hardly anyone meets more than three a day; a ring that invents ten lives on the rest.
    repeats: { full: 3, each: 5_000 },
    needs: { confirmations: 1, trust: 'new' },
    category: 'intel',
    maturesAfter: 'challenge-window',
  },
  'restock.first-confirmation': {
    on: 'restock.first-confirmation',
    award: karma(1),
    capPerDay: 30,
    repeats: { full: 10, each: 9_000 },
    needs: { confirmations: 1, trust: 'new' },
    category: 'intel',
    maturesAfter: 'challenge-window',
  },
  // First to find a drop in an area before it opens. Pays up to three times as much where little is seen (scout.ts).
  'restock.scout': {
    on: 'restock.scout',
    award: karma(5),
    capPerDay: 5,
    repeats: { full: 2, each: 8_000 },
    needs: { confirmations: 1, trust: 'new' },
    category: 'intel',
    maturesAfter: 'challenge-window',
  },
  // Win or loss: what it took and how it ended helps the next one.
  'checkout.shared': {
    on: 'checkout.shared',
    award: karma(2),
    capPerDay: 3,
    repeats: { full: 1, each: 5_000 },
    needs: { confirmations: 0, trust: 'new' },
    category: 'checkouts',
    maturesAfter: 'challenge-window',
  },
  // Confirmed by who asked.
  'reply.helpful': {
    on: 'reply.helpful',
    award: karma(2),
    capPerDay: 10,
    repeats: { full: 3, each: 8_000 },
    needs: { confirmations: 1, trust: 'new' },
    category: 'community',
    maturesAfter: 'challenge-window',
  },
  // Confirmed by the other side; their bonds are the contract's.
  'trade.completed': {
    on: 'trade.completed',
    award: karma(5),
    capPerDay: 3,
    repeats: { full: 1, each: 5_000 },
    needs: { confirmations: 1, trust: 'regular' },
    category: 'trades',
    maturesAfter: 'challenge-window',
  },
  // Confirmed by the moderator who upheld it.
  'flag.upheld': {
    on: 'flag.upheld',
    award: karma(3),
    capPerDay: 10,
    repeats: { full: 5, each: 8_000 },
    needs: { confirmations: 1, trust: 'new' },
    category: 'moderation',
    maturesAfter: 'challenge-window',
  },
  // Confirmed by a second member who ran the same adapter.
  'adapter.tested': {
    on: 'adapter.tested',
    award: karma(15),
    capPerDay: 2,
    repeats: { full: 1, each: 5_000 },
    needs: { confirmations: 1, trust: 'regular' },
    category: 'adapters',
    maturesAfter: 'challenge-window',
  },
} as const satisfies Record<string, AwardRule>

const costs = {
  'raffle.entry': { on: 'raffle.entry', cost: karma(5), category: 'raffles' },
} as const satisfies Record<string, CostRule>

/** A rule that pays. */
export type RuleName = keyof typeof awards

export const rules = { ...awards, ...costs } as const

/** What is shipped, whole: the numbers that hold where no flag says otherwise. */
export const shippedRuleset: Ruleset = {
  version: 4,
  rules,
  epochDays: 7,
  // Together below what the contract mints in seven days (100,000 a day), so that nothing decided here waits there.
  budgets: {
    intel: karma(250_000),
    checkouts: karma(25_000),
    community: karma(50_000),
    trades: karma(50_000),
    moderation: karma(15_000),
    adapters: karma(10_000),
  },
  places: { cityPool: karma(500), memberShare: karma(50) },
  trust: {
    regular: { earned: karma(50), days: 7 },
    trusted: { earned: karma(500), days: 30 },
    steward: { earned: karma(2_000), days: 90 },
  },
  challenges: {
    holdSeconds: 3 * 86_400,
    suspendDays: 30,
    open: { new: 0, regular: 1, trusted: 3, steward: 10 },
  },
}

/** Hash of what is shipped; with a flag set, the mints name another one (effective.ts). */
export const rulesetHash = hashRuleset(shippedRuleset)
