import { z } from 'zod'
import { currencyShape, minorShape } from '../money.ts'
import { storeShape } from '../restock/shape.ts'

/** One size of a sneaker at one shop, as it was last seen there. */
export const stockShape = z.object({
  store: storeShape,
  /** The product's page. */
  url: z.url(),
  /** Empty: of the product as a whole. */
  size: z.string(),
  /** As the shop writes it. */
  label: z.string(),
  state: z.enum(['in', 'out', 'preorder', 'unknown']),
  price_minor: minorShape.nullable(),
  currency: currencyShape.nullable(),
  /** What says so, quoted. */
  evidence: z.string(),
  /** 0 to 1 */
  confidence: z.number(),
  /** Since when it is in this state, as far as was seen. */
  since: z.iso.datetime(),
  /** When it was last seen to be so. */
  seen_at: z.iso.datetime(),
})
export type Stock = z.infer<typeof stockShape>
