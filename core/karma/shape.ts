import { z } from 'zod'
import { weiShape } from '../member/shape.ts'

const hashShape = z.string().regex(/^0x[0-9a-f]{64}$/)
const time = z.iso.datetime()

/** A number of a rule, as shipped and as it holds now; they differ where token holders voted another one. */
const numberShape = z.object({
  /** As the flag says it: `restock.report.award`. */
  name: z.string(),
  /** Decimal digits: wei, a count, seconds. */
  shipped: z.string().regex(/^\d+$/),
  effective: z.string().regex(/^\d+$/),
})

/** One rule of the economy, as it holds now. */
const ruleShape = z.object({
  on: z.string(),
  /** The whole rule in one sentence. */
  words: z.string(),
  category: z.string(),
  /** wei; exactly one of the two is set */
  award: weiShape.nullable(),
  cost: weiShape.nullable(),
  /** null: as often as one likes */
  cap_per_day: z.int().nullable(),
  needs: z.object({ confirmations: z.int(), trust: z.string() }),
  /** Seconds until it is minted once confirmed. */
  matures_after: z.int(),
  /** Numbers that a vote changed. */
  overrides: z.array(numberShape),
})

/** The rules that hold now: GET /api/karma/rules. */
export const rulesShape = z.object({
  /** keccak256 that every mint names. */
  hash: hashShape,
  items: z.array(ruleShape),
  /** Flags that were voted and lie outside a rule's bounds: they change nothing. */
  ignored: z.array(z.object({ name: z.string(), value: z.string(), why: z.string() })),
  /** Every rule set that was ever in force, the newest first. */
  history: z.array(z.object({ hash: hashShape, since: time })),
})

/** GET /api/karma/standing */
export const standingShape = z.object({
  level: z.string(),
  /** wei, minted and mirrored */
  earned: weiShape,
  rights: z.array(z.string()),
  /** null at the top */
  next: z
    .object({
      level: z.string(),
      /** wei still to earn */
      karma: weiShape,
      /** days of membership still to come */
      days: z.int(),
      rights: z.array(z.string()),
    })
    .nullable(),
  /** What the daily caps of each rule have left. */
  caps: z.array(z.object({ rule: z.string(), used: z.int(), cap: z.int() })),
  /** wei that each category may still issue this epoch */
  budgets: z.array(z.object({ category: z.string(), budget: weiShape, spent: weiShape, until: time })),
})

/** GET /api/karma/cluster: how independent the member looks, and why. Never names another member. */
export const clusterShape = z.object({
  /** 0 to 10,000: what is taken off the member's awards. */
  discount_bp: z.int(),
  reasons: z.array(z.object({ code: z.string(), words: z.string(), bp: z.int() })),
  /** A granted appeal lifts the discount until then. */
  lifted_until: time.nullable(),
})

/** An appeal against one's own discount. `member` is set for moderators alone. */
export const appealShape = z.object({
  id: z.uuid(),
  text: z.string(),
  state: z.enum(['open', 'granted', 'refused']),
  created_at: time,
  decided_at: time.nullable(),
  /** The moderator's reason. */
  answer: z.string().nullable(),
  member: z.string().nullable(),
})

/** A member's doubt about a restock, which holds its awards until a moderator decides or it runs out. */
export const challengeShape = z.object({
  id: z.uuid(),
  restock_id: z.uuid(),
  reason: z.string(),
  state: z.enum(['open', 'upheld', 'refused', 'expired']),
  created_at: time,
  /** The awards are held no longer than this. */
  until: time,
})
