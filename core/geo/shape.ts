import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'
import { storeShape } from '../restock/shape.ts'

/** A place that was looked for, as an area: about 5 km², and nothing finer leaves the server. */
const foundPlaceShape = z.object({
  label: z.string(),
  /** Resolution 7. */
  cell: cellShape,
})

export const foundPlacesShape = z.object({
  items: z.array(foundPlaceShape),
  /** Who knew it; to be shown beside it. */
  source: z.object({
    ...{ text: z.string(), url: z.url() },
    /** False: may be shown as text, and on no map of ours. */
    on_map: z.boolean(),
  }),
})

/** A shop and how far it is from where one asked. */
export const nearStoreShape = z.object({ store: storeShape, metres: z.int() })
export type NearStore = z.infer<typeof nearStoreShape>

/** Kilometres around a place that one may ask for. */
export const MOST_KM = 100
