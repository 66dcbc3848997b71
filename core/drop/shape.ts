import { z } from 'zod'
import { weiShape } from '../member/shape.ts'
import { currencyShape, minorShape } from '../money.ts'
import { sneakerShape, storeShape } from '../restock/shape.ts'

/** The answer of core/gate for one member and one drop, in data and in plain words. */
export const gateShape = z.object({
  open: z.boolean(),
  /** e.g. "You hold 4 karma; this drop asks for 10. Report or confirm restocks to earn 6 more." */
  reason: z.string(),
  required: weiShape,
  /** The least the member held since the snapshot, wei. */
  held: weiShape,
  /** When time alone will change the answer next: the drop opens, the pass ends. null: only what the member does can. */
  changes_at: z.iso.datetime().nullable(),
})
export type GateAnswer = z.infer<typeof gateShape>

export const dropShape = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  sneaker: sneakerShape,
  store: storeShape,
  product_url: z.string(),
  price_minor: minorShape,
  currency: currencyShape,
  sizes: z.array(z.string()),
  opens_at: z.iso.datetime(),
  min_karma: weiShape,
  snapshot_at: z.iso.datetime().nullable(),
  pass_tier: z.int().nullable(),
  /** null for a reader who is not signed in. */
  gate: gateShape.nullable(),
})
export type Drop = z.infer<typeof dropShape>
