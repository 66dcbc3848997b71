import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'

/** Of one filter. A radius of 4 km is about 100 street cells, or 20 areas. */
export const MOST_CELLS = 200

/** An H3 index has its resolution as second digit; only those of core/cell are kept of shops. */
const keptCellShape = cellShape.regex(/^8[5789]/, 'an H3 cell of resolution 5, 7, 8 or 9')

/**
 * What of the log somebody wants: all parts that are given must match; none given is everything. A radius is said as cells:
 * where its middle is stays with who chose it.
 */
export const alertFilterShape = z.strictObject({
  sneaker_id: z.uuid().optional(),
  size: z.string().trim().min(1).max(20).optional(),
  store_id: z.uuid().optional(),
  cells: z.array(keptCellShape).min(1).max(MOST_CELLS).optional(),
})
export type AlertFilter = z.infer<typeof alertFilterShape>
