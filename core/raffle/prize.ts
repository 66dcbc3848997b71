import { z } from 'zod'
import { MOST_PRIZES, MOST_TITLE } from './limits.ts'
import { line } from './words.ts'

/** One kind of prize, and how many of it there are. */
export const prizeShape = z.strictObject({
  title: line(MOST_TITLE).min(2),
  count: z.int().min(1).max(MOST_PRIZES).default(1),
})
export type Prize = z.infer<typeof prizeShape>

/** How many win: a place per prize. Pure. */
export const placesOf = (prizes: readonly Prize[]): number =>
  prizes.reduce((sum, { count }) => sum + count, 0)

/** The prize of a place, from 0; undefined behind the last. Pure. */
export function prizeOf(prizes: readonly Prize[], place: number): Prize | undefined {
  let before = 0
  return prizes.find(({ count }) => {
    before += count
    return place < before
  })
}
