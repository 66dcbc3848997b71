import { z } from 'zod'
import { currencyShape, minorShape } from '../money.ts'
import { textShape } from '../post/text.ts'
import { restockStates, sneakerShape, storeShape } from '../restock/shape.ts'

/** Monitors that one group shares. */
export const MOST_MONITORS = 20
const time = z.iso.datetime()

export const groupMonitorInputShape = z.strictObject({
  /** The product's page, at the shop's own address. */
  url: z.string().min(1).max(2_000),
  sneaker_id: z.uuid(),
  store_id: z.uuid(),
})
export type GroupMonitorInput = z.infer<typeof groupMonitorInputShape>

export const groupMonitorShape = z.object({
  id: z.uuid(),
  url: z.string(),
  sneaker: sneakerShape,
  store: storeShape,
  /** null: they left SNPD. */
  added_by: z.string().nullable(),
  added_at: time,
  /** An operator stopped it. */
  paused: z.boolean(),
  /** When what is known was last seen to hold; null: not looked at yet. */
  last_ok_at: time.nullable(),
  /** Why the last look told nothing. */
  problem: z.string().nullable(),
  stock: z.array(z.object({ size: z.string(), state: z.enum(['in', 'out', 'preorder', 'unknown']) })),
})
export type GroupMonitor = z.infer<typeof groupMonitorShape>

/** What a moderator calls out: short, since it is read on a phone's lock screen. */
export const callInputShape = z.strictObject({ text: textShape.pipe(z.string().max(280)) })

/** One entry of a group's alert channel. */
export const groupNewsShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    id: z.uuid(),
    at: time,
    text: z.string(),
    /** null: they left SNPD. */
    by: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('restock'),
    id: z.uuid(),
    at: time,
    sneaker: sneakerShape,
    store: storeShape,
    size: z.string(),
    state: z.enum(restockStates),
    price_minor: minorShape.nullable(),
    currency: currencyShape.nullable(),
    /** Not there any more. */
    ended: z.boolean(),
  }),
])
export type GroupNews = z.infer<typeof groupNewsShape>

export const groupAlertsShape = z.object({
  /** Whether the reader is told of them; null: not in the group. */
  listening: z.boolean().nullable(),
  /** The latest first. */
  items: z.array(groupNewsShape),
})
export type GroupAlerts = z.infer<typeof groupAlertsShape>
