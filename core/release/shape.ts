import { z } from 'zod'
import { currencyShape, minorShape } from '../money.ts'
import { sneakerShape, storeShape } from '../restock/shape.ts'

export const releaseKindShape = z.enum(['drop', 'raffle', 'in-store', 'online'])
export type ReleaseKind = z.infer<typeof releaseKindShape>

/** A pair comes out: announced by a shop, or a drop of SNPD's own. */
export const releaseShape = z.object({
  /** Of the release, or of the drop. */
  id: z.uuid(),
  sneaker: sneakerShape,
  /** null: at many shops, or nobody said where. */
  store: storeShape.nullable(),
  /** With precision `date` the midnight that begins the day in `zone`: no hour was announced. */
  releases_at: z.iso.datetime(),
  precision: z.enum(['date', 'time']),
  /** IANA name of the shop's clock. */
  zone: z.string(),
  /** On that clock. */
  day: z.iso.date(),
  kind: releaseKindShape,
  url: z.string().nullable(),
  price_minor: minorShape.nullable(),
  currency: currencyShape.nullable(),
  /** Who said so; null of SNPD's own drops. */
  evidence: z.string().nullable(),
  cancelled: z.boolean(),
  /** Of SNPD's own drops, else null. */
  drop_slug: z.string().nullable(),
  /** How often it was changed since it was announced, and when last. */
  revision: z.int(),
  updated_at: z.iso.datetime(),
})
export type Release = z.infer<typeof releaseShape>
