import { z } from 'zod'
import { textHash } from '../keccak.ts'
import { weiShape } from '../member/shape.ts'
import type { Ruleset } from './rule.ts'
import { trustLevels } from './trust.ts'

type Hex = `0x${string}`

/** JSON with sorted keys and decimal bigints: the same rules give the same text on every machine. Pure. */
export function rulesetText(ruleset: Ruleset): string {
  return JSON.stringify(ruleset, (_key, part: unknown) => {
    if (typeof part === 'bigint') return part.toString()
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Keccak-256 of the canonical text: the `ruleset` that every mint names, so that anyone can check which rules it followed. */
export function hashRuleset(ruleset: Ruleset): Hex {
  return textHash(rulesetText(ruleset))
}

/** Below the 96 bits of the contract's packed award. */
const wei = weiShape.transform(BigInt).refine((value) => value < 2n ** 96n, 'less than 2^96 wei')
const count = z.int().min(0).max(100_000)
const share = z.int().min(0).max(10_000)
const level = z.enum(trustLevels)
const category = z.enum(['intel', 'checkouts', 'community', 'trades', 'moderation', 'adapters'])

const awardShape = z.strictObject({
  on: z.string().min(1),
  award: wei,
  capPerDay: count,
  repeats: z.strictObject({ full: count, each: share }),
  needs: z.strictObject({ confirmations: count, trust: level }),
  category,
  maturesAfter: z.literal('challenge-window'),
})
const costShape = z.strictObject({ on: z.string().min(1), cost: wei, category: z.literal('raffles') })
const levelShape = z.strictObject({ earned: wei, days: count })

const rulesetShape = z
  .strictObject({
    version: z.int(),
    rules: z.record(z.string(), z.union([awardShape, costShape])),
    epochDays: z.int().min(1).max(366),
    budgets: z.record(category, wei),
    places: z.strictObject({ cityPool: wei, memberShare: wei }),
    trust: z.strictObject({ regular: levelShape, trusted: levelShape, steward: levelShape }),
    challenges: z.strictObject({
      holdSeconds: z.int().min(0),
      suspendDays: count,
      open: z.record(level, count),
    }),
  })
  .refine(({ rules }) => Object.entries(rules).every(([name, { on }]) => name === on), {
    path: ['rules'],
    message: 'each rule must stand under the name it is on',
  })

/** A rule set read from its JSON value, amounts as decimal strings; or what is wrong with it, field by field. */
export function parseRuleset(value: unknown): { ruleset: Ruleset } | { problems: string[] } {
  const parsed = rulesetShape.safeParse(value)
  if (parsed.success) return { ruleset: parsed.data }
  return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
}
