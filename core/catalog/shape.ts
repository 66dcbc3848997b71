import { z } from 'zod'
import { currencyShape, minorShape } from '../money.ts'
import { releaseShape } from '../release/shape.ts'
import { sneakerShape } from '../restock/shape.ts'

/** What a pair was seen for on one day, in its own currency. */
const priceDayShape = z.object({
  /** Of UTC. */
  day: z.iso.date(),
  low_minor: minorShape,
  high_minor: minorShape,
  /** How often. */
  seen: z.int(),
})
export type PriceDay = z.infer<typeof priceDayShape>

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
  /** Of the last half year, days on which monitors or members who agree saw it; the oldest first. */
  prices: z.array(priceDayShape),
  /** What comes out from yesterday on, drops too, the soonest first. */
  releases: z.array(releaseShape),
})
export type SneakerDetail = z.infer<typeof sneakerDetailShape>
