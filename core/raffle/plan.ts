import { type Hex, keccak256, stringToHex } from 'viem'
import { z } from 'zod'
import { weiShape } from '../member/shape.ts'
import { MOST_OPEN_DAYS, MOST_PRIZES, MOST_TEXT, MOST_TITLE } from './limits.ts'
import { type Prize, placesOf, prizeShape } from './prize.ts'
import { line, words } from './words.ts'

/** A raffle, as its operator describes it. */
export const planInputShape = z
  .strictObject({
    title: line(MOST_TITLE).min(3),
    text: words(MOST_TEXT).default(''),
    /** The best first: who is drawn first gets it. */
    prizes: z.array(prizeShape).min(1).max(50),
    /** wei of karma for a ticket; below 2^96. */
    price: weiShape.refine((price) => /^[0-9]{1,28}$/.test(price), 'at most 28 digits'),
    closes_at: z.iso.datetime(),
    /** Of the pass that an entrant needs; 0: none. */
    tier: z.int().min(0).max(255).default(0),
  })
  .refine(({ prizes }) => placesOf(prizes) <= MOST_PRIZES, {
    message: `at most ${MOST_PRIZES} prizes in all`,
    path: ['prizes'],
  })
export type PlanInput = z.infer<typeof planInputShape>

export type Described = { id: string; title: string; text: string; prizes: readonly Prize[] }

/**
 * What the chain keeps of a description, so that nobody rewrites it: keccak256 of the JSON below as UTF-8, without spaces.
 * Anyone can compute it from what /api/raffles/ID says. Pure.
 */
export function prizeHash({ id, title, text, prizes }: Described): Hex {
  const given = prizes.map((prize) => [prize.title, prize.count])
  return keccak256(stringToHex(JSON.stringify(['SNPD raffle', id, title, text, given])))
}

const DAY_MS = 86_400_000
/** Less is no time for anyone to hear of it, nor for the transaction to be mined. */
const SHORTEST_MS = 60_000

/** Whether a raffle that is described now can close then. Pure. */
export function mayCloseAt(closesAt: Date, now: Date): boolean {
  const open = closesAt.getTime() - now.getTime()
  return open >= SHORTEST_MS && open <= (MOST_OPEN_DAYS - 1) * DAY_MS
}
