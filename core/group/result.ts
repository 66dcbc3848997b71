import { z } from 'zod'
import { periodShape } from '../karma/period.ts'
import { resultOutcomes, resultWays } from './win-loss.ts'

const resultWayShape = z.enum(resultWays)

const outcomeShape = z.enum(resultOutcomes)
const time = z.iso.datetime()

/** By the member's word, or by a checkout of theirs that says all of it. */
export const resultInputShape = z.union([
  z.strictObject({
    outcome: outcomeShape,
    way: resultWayShape,
    store_id: z.uuid(),
    sneaker_id: z.uuid().optional(),
    size: z
      .string()
      .trim()
      .regex(/^\d{1,2}(\.5)?[WYC]?$/, 'a size such as 10, 9.5 or 7W')
      .optional(),
  }),
  z.strictObject({ request_id: z.uuid() }),
])
export type ResultInput = z.infer<typeof resultInputShape>

const placeShape = z.object({ id: z.uuid(), slug: z.string(), name: z.string() })

export const resultShape = z.object({
  id: z.uuid(),
  by: z.string(),
  me: z.boolean(),
  outcome: outcomeShape,
  store: placeShape,
  /** "Brand Name"; null: not said. */
  sneaker: z.string().nullable(),
  size: z.string().nullable(),
  /** One of `resultWays`, or what walked the shop for a checkout of SNPD's. */
  adapter: z.string(),
  /** A checkout of SNPD's shows it; else it is the member's word. */
  shown: z.boolean(),
  at: time,
})
export type GroupResult = z.infer<typeof resultShape>

export const resultLineShape = z.object({
  store: placeShape,
  adapter: z.string(),
  wins: z.int(),
  losses: z.int(),
  /** How many of both a checkout of SNPD's shows. */
  shown: z.int(),
})
export type ResultLine = z.infer<typeof resultLineShape>

export const resultBoardShape = z.object({
  period: periodShape,
  wins: z.int(),
  losses: z.int(),
  /** Per shop and adapter, those with the most results first. */
  lines: z.array(resultLineShape),
  /** The latest. */
  items: z.array(resultShape),
})
export type ResultBoard = z.infer<typeof resultBoardShape>
