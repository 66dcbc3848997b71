export type Counted = {
  likes: number
  up: number
  down: number
  createdAt: Date
}

const EPOCH_MS = Date.UTC(2026, 0, 1)
/** So many seconds make up for a tenth of the score: half a day later, a post with 9 for it stands where one with 99 did. */
const SECONDS_PER_TENFOLD = 45_000

/**
 * The place of a post among others by "hot": the logarithm of what is for it, and its age as a term to add. Time moves all
 * posts alike, so the number is stored and changes with a vote only; the order of two posts is the same at any moment.
 * What more people are against than for sinks below what nobody judged, by the same measure.
 * As Reddit's hot (Amir Salihefendic, "How Reddit ranking algorithms work"), but here the first vote already counts.
 */
export function hotRank({ likes, up, down, createdAt }: Counted): number {
  const score = likes + up - down
  const age = (createdAt.getTime() - EPOCH_MS) / 1_000 / SECONDS_PER_TENFOLD
  return Math.sign(score) * Math.log10(1 + Math.abs(score)) + age
}
