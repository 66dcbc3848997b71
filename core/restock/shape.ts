import { z } from 'zod'
import { currencyShape, minorShape } from '../money.ts'
import { photoShape } from '../photo/shape.ts'

export const sneakerShape = z.object({
  id: z.uuid(),
  style_code: z.string(),
  brand: z.string(),
  name: z.string(),
  colorway: z.string(),
  retail_minor: minorShape,
  currency: currencyShape,
})
export type Sneaker = z.infer<typeof sneakerShape>

export const storeShape = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  /** Null, as the others below, of a shop that is only in the web. */
  city: z.string().nullable(),
  state: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})
export type Store = z.infer<typeof storeShape>

export const restockReportShape = z.strictObject({
  sneaker_id: z.uuid(),
  store_id: z.uuid(),
  size: z
    .string()
    .trim()
    .regex(/^\d{1,2}(\.5)?[WYC]?$/, 'a size such as 10, 9.5 or 7W'),
  price_minor: minorShape.optional(),
  currency: currencyShape.optional(),
  note: z.string().trim().max(280).optional(),
})
export type RestockReport = z.infer<typeof restockReportShape>

export const restockSources = ['member', 'monitor'] as const
/** Pairs are there; or a shop takes orders for pairs that it will have. */
export const restockStates = ['in', 'preorder'] as const
export type RestockState = (typeof restockStates)[number]
const time = z.iso.datetime()

export const restockShape = z.object({
  id: z.uuid(),
  sneaker_id: z.uuid(),
  store_id: z.uuid(),
  size: z.string(),
  price_minor: minorShape.nullable(),
  currency: currencyShape.nullable(),
  note: z.string().nullable(),
  /** When it was reported, or written down after a monitor saw it. */
  timestamp: time,
  /** What can be had there; what members see on a shelf is `in`. */
  state: z.enum(restockStates),
  /** Who was first; what one saw the other joins. */
  source: z.enum(restockSources),
  /** 0 to 1, of all who saw it. */
  confidence: z.number().min(0).max(1),
  /** What the shop said, quoted; null where no monitor saw it. */
  evidence: z.string().nullable(),
  /** When the shop's answer was read that shows it, and how many milliseconds before that it had been asked. */
  seen_at: time.nullable(),
  latency_ms: z.int().nullable(),
  /** When the shop said that it is gone; null where no monitor looks. */
  ended_at: time.nullable(),
  /** Whether it can still be met: a monitor sees it, or the report is fresh. */
  open: z.boolean(),
  confirmed_at: time.nullable(),
  /** Of independent members. */
  confirmations: z.int(),
  /** Null where a monitor was first. */
  reported_by: z.object({ username: z.string() }).nullable(),
  photos: z.array(photoShape),
  /** For the signed-in reader: may this member confirm it, and if not, why not. */
  mine: z.boolean(),
  confirmed_by_me: z.boolean(),
  /** Why the reader's confirmation does not count, in plain words; null when it does, or there is none. */
  not_counted: z.string().nullable(),
  sneaker: sneakerShape,
  store: storeShape,
})
export type Restock = z.infer<typeof restockShape>
