/** Below this nobody tells a reason from a busy machine, ms. */
const LEAST_MS = 100

/**
 * Which posts' news came as late as each other's, whenever they were posted: delays are told apart only where they lie further
 * apart than twice what the same place's own differ by from one time to the next. Pure.
 * @param rounds of each time that all posted: the delay of each place's news, ms; undefined: it did not come
 * @returns the group of each place
 */
export function groupsByDelay(rounds: readonly (readonly (number | undefined)[])[]): number[] {
  const places = (rounds[0] ?? []).map((_, nth) =>
    rounds.map((round) => round[nth]).filter((delay) => delay !== undefined),
  )
  const spread = (delays: readonly number[]) =>
    delays.length === 0 ? 0 : Math.max(...delays) - Math.min(...delays)
  const apart = Math.max(LEAST_MS, 2 * Math.max(0, ...places.map(spread)))
  // What kept it once only is not in the least.
  const least = places.map((delays) => Math.min(Infinity, ...delays))
  const sorted = least.toSorted((one, other) => one - other)
  const starts = sorted.filter((delay, nth) => nth > 0 && delay - (sorted[nth - 1] ?? delay) > apart)
  return least.map((delay) => starts.filter((start) => start <= delay).length)
}
