import { z } from 'zod'
import { currencyShape, minorShape } from '../money.ts'

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
  city: z.string(),
  state: z.string(),
  latitude: z.number(),
  longitude: z.number(),
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

export const restockShape = z.object({
  id: z.uuid(),
  sneaker_id: z.uuid(),
  store_id: z.uuid(),
  size: z.string(),
  price_minor: minorShape.nullable(),
  currency: currencyShape.nullable(),
  note: z.string().nullable(),
  /** When it was reported. */
  timestamp: z.iso.datetime(),
  confirmed_at: z.iso.datetime().nullable(),
  /** Independent ones. */
  confirmations: z.int(),
  reported_by: z.object({ username: z.string() }),
  /** For the signed-in reader: may this member confirm it, and if not, why not. */
  mine: z.boolean(),
  confirmed_by_me: z.boolean(),
  /** Why the reader's confirmation does not count, in plain words; null when it does, or there is none. */
  not_counted: z.string().nullable(),
  sneaker: sneakerShape,
  store: storeShape,
})
export type Restock = z.infer<typeof restockShape>
