/** Counts what comes in each second; false for what is more than `most`. @param now Unix milliseconds */
export function sieve(most: number, now: () => number): () => boolean {
  let [second, count] = [0, 0]
  return () => {
    const at = Math.floor(now() / 1000)
    if (at !== second) [second, count] = [at, 0]
    return ++count <= most
  }
}
