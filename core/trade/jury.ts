import { encodeAbiParameters, type Hex, keccak256, toHex } from 'viem'
import { winnersOf } from '../raffle/draw.ts'
import type { Slashed } from './ruling.ts'

/** Jurors of one dispute; more than half of those who sit must agree. */
export const JURY_SEATS = 5

/** Where fewer could sit there is no jury: two friends are not one. */
export const JURY_LEAST = 3

/** From a dispute to the beacon round that draws its jury, seconds: nobody knows the round when the list of jurors is closed. */
export const JURY_MARGIN = 60

const seedTypes = [{ type: 'bytes32' }, { type: 'bytes32' }] as const

/** The seed of one jury: the round's randomness, for this trade alone. */
export function jurySeed(randomness: Hex, tradeId: string): Hex {
  return keccak256(encodeAbiParameters(seedTypes, [randomness, keccak256(toHex(tradeId))]))
}

/**
 * Who sits; nobody of a list that is too short: drawn as a raffle's winners are, from the list that was closed before the round was known. Anyone with the list
 * and the round draws the same ones.
 * @param pool ids, each once; their order does not matter
 */
export function drawJury(seed: Hex, pool: readonly string[]): string[] {
  if (pool.length < JURY_LEAST) return []
  const sorted = pool.toSorted()
  return winnersOf(seed, sorted.length, JURY_SEATS).map((place) => {
    const id = sorted[place]
    if (id === undefined) throw new RangeError(`there is no juror ${place} among ${sorted.length}`)
    return id
  })
}

/** What more than half of the seats say; undefined as long as they do not, however many abstain. Pure. */
export function verdictOf(votes: readonly (Slashed | null)[]): Slashed | undefined {
  const counts = new Map<Slashed, number>()
  for (const vote of votes) if (vote) counts.set(vote, (counts.get(vote) ?? 0) + 1)
  return [...counts].find(([, count]) => 2 * count > votes.length)?.[0]
}
