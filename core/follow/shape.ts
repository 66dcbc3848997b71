import { z } from 'zod'
import { alertFilterShape } from '../alert/filter.ts'

/** What a member wants to hear of: an alert that matches every part that is given. Cells say a radius; any of them will do. */
export const followInputShape = alertFilterShape.refine(
  (filter) => Object.values(filter).some((part) => part !== undefined),
  'at least one of sneaker_id, size, store_id and cells',
)
export type FollowInput = z.infer<typeof followInputShape>

export const followShape = z.object({
  id: z.uuid(),
  sneaker_id: z.uuid().nullable(),
  size: z.string().nullable(),
  store_id: z.uuid().nullable(),
  cells: z.array(z.string()).nullable(),
  created_at: z.iso.datetime(),
})
export type Follow = z.infer<typeof followShape>
