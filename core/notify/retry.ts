/** Seconds before each next try. After the last one a message is a dead letter. Together about 16 hours. */
const BACKOFF = [1, 5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800] as const

/** How often a message is tried before nobody tries it again. */
export const MOST_TRIES = BACKOFF.length + 1

/**
 * How long a channel rests after so many failures in a row, in ms: up to a fifth more than the table says, so that receivers
 * that failed together are not met together again. Pure.
 * @param failures 1 after the first
 * @param random 0 to 1
 */
export function restMs(failures: number, random: number): number {
  const seconds = BACKOFF[Math.min(failures, BACKOFF.length) - 1] ?? BACKOFF[0]
  return Math.round(seconds * 1000 * (1 + random / 5))
}
