import { z } from 'zod'

/** What a member may say of an order that nobody could read about: it came (with its number, if there is one), or not. */
export const memberWordInputShape = z.strictObject({
  came: z.boolean(),
  number: z.string().trim().min(1).max(64).optional(),
})
export type MemberWordInput = z.infer<typeof memberWordInputShape>

export const memberWordShape = z.object({
  came: z.boolean(),
  number: z.string().nullable(),
  at: z.iso.datetime(),
})

/** Shops book and write late: "nothing came" is believed only so long after the click. Seconds. */
export const SHOP_WINDOW_SECONDS = 3600

/** When "nothing came" may be said of a click at that time. */
export function nothingCameFrom(clickedAt: Date): Date {
  return new Date(clickedAt.getTime() + SHOP_WINDOW_SECONDS * 1000)
}
