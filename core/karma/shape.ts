import { z } from 'zod'
import { weiShape } from '../member/shape.ts'
import { capReasons } from './decide.ts'
import { awardStates } from './states.ts'
import { trustLevels } from './trust.ts'

const time = z.iso.datetime()
export const hashShape = z.string().regex(/^0x[0-9a-f]{64}$/)
const levelShape = z.enum(trustLevels)

/** A rule set under the hash that mints name. */
export const publishedRulesetShape = z.object({
  hash: hashShape,
  /** The text whose Keccak-256 (of its UTF-8) is the hash. */
  content: z.string(),
  /** When an award was first decided by it; null of one that decided none yet. */
  since: time.nullable(),
})
export type PublishedRules = z.infer<typeof publishedRulesetShape>

/** A number that a vote can change. */
const knobShape = z.object({
  /** `karma.<rule>.<field>` */
  name: z.string(),
  /** Of FeatureFlags: what a proposal sets. */
  key: hashShape,
  unit: z.enum(['wei', 'times', 'members', 'days', 'seconds']),
  shipped: weiShape,
  /** What holds now. */
  value: weiShape,
  min: weiShape,
  max: weiShape,
  /** What the flag on chain says, when it is set; `applied` is false when it is out of bounds and ignored. */
  flag: z.object({ value: weiShape, applied: z.boolean() }).nullable(),
})

/** The rules that hold now. */
export const rulesShape = publishedRulesetShape.extend({
  /** In plain words. */
  rules: z.array(
    z.object({
      name: z.string(),
      words: z.string(),
      award: weiShape.nullable(),
      cost: weiShape.nullable(),
      cap_per_day: z.int().nullable(),
      confirmations: z.int().nullable(),
      trust: levelShape.nullable(),
      category: z.string(),
    }),
  ),
  knobs: z.array(knobShape),
  /** Those that held before, the newest first. */
  history: z.array(publishedRulesetShape.omit({ content: true })),
})
export type Rules = z.infer<typeof rulesShape>

const needsShape = z.object({ earned: weiShape, days: z.int() })

/** Where a member stands. */
export const standingShape = z.object({
  level: levelShape,
  /** wei ever earned by own acts, minted and mirrored */
  earned: weiShape,
  days: z.int(),
  next: z.object({ level: levelShape, needs: needsShape, missing: needsShape }).nullable(),
  /** What the level allows. */
  rights: z.object({
    /** Challenges that can be open at once, and are. */
    challenges: z.object({ limit: z.int(), open: z.int() }),
    /** Until then no challenge can be opened, after one in bad faith. */
    suspended_until: time.nullable(),
    /** Rules that pay from a level on that this member has not reached. */
    unpaid: z.array(z.string()),
  }),
  /** The caps of the UTC day. */
  today: z.array(z.object({ rule: z.string(), used: z.int(), cap: z.int() })),
  /** What each category may issue in this epoch, and has: wei. */
  budgets: z.array(z.object({ category: z.string(), budget: weiShape, spent: weiShape })),
  epoch_ends: time,
})
export type StandingAnswer = z.infer<typeof standingShape>

/** An award as a moderator sees it. */
export const reviewAwardShape = z.object({
  id: z.uuid(),
  /** null: has left */
  username: z.string().nullable(),
  rule: z.string(),
  amount: weiShape,
  state: z.enum(Object.keys(awardStates) as (keyof typeof awardStates)[]),
  capped_by: z.enum(capReasons).nullable(),
  why: z.array(z.string()),
  /** The restock, or whatever was rewarded. */
  source_id: z.uuid(),
  created_at: time,
  matures_at: time.nullable(),
  ruleset: hashShape,
})
export type ReviewAward = z.infer<typeof reviewAwardShape>

export const challengeOutcomes = ['upheld', 'dismissed', 'false'] as const

/** A dispute of a restock, to who opened it and to moderators. */
export const challengeShape = z.object({
  id: z.uuid(),
  restock_id: z.uuid(),
  reason: z.string(),
  opened_at: time,
  /** Its awards wait no longer than this. */
  holds_until: time,
  /** `upheld`: the awards were taken back; `dismissed`: not, and no harm done; `false`: it was made in bad faith. */
  outcome: z.enum(challengeOutcomes).nullable(),
  note: z.string().nullable(),
  resolved_at: time.nullable(),
})
export type Challenge = z.infer<typeof challengeShape>

/** The same with whom it is about. */
export const reviewChallengeShape = challengeShape.extend({
  opened_by: z.string().nullable(),
  awards: z.array(reviewAwardShape),
})
export type ReviewChallenge = z.infer<typeof reviewChallengeShape>

/** Why something is disputed, or was decided so. */
export const reasonShape = z.string().trim().min(5).max(500)
