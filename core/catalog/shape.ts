import { z } from 'zod'
import { currencyShape, minorShape } from '../money.ts'
import { releaseShape } from '../release/shape.ts'
import { sneakerShape } from '../restock/shape.ts'

/** One pair with what happens to it. */
export const sneakerDetailShape = sneakerShape.extend({
  restocks: z.object({
    /** That can still be met. */
    open: z.int(),
    /** Ever, here. */
    all: z.int(),
    last_at: z.iso.datetime().nullable(),
  }),
  /** SNPD's own drops of it, the newest first. */
  drops: z.array(
    z.object({
      ...{ slug: z.string(), title: z.string(), price_minor: minorShape, currency: currencyShape },
      opens_at: z.iso.datetime(),
    }),
  ),
  /** What comes out from yesterday on, drops too, the soonest first. */
  releases: z.array(releaseShape),
})
export type SneakerDetail = z.infer<typeof sneakerDetailShape>
