export type Chances = { winners: number; entries: number }

/**
 * How likely one ticket wins anything, 0 to 1: every ticket wins every place equally often.
 * @param isIn the ticket is one of the entries; else it would be one more
 */
export function oddsOf({ winners, entries }: Chances, isIn: boolean): number {
  return Math.min(1, winners / Math.max(1, entries + (isIn ? 0 : 1)))
}

/** "1 in 12", "2 in 3", "certain". Pure. */
export function oddsWords(chances: Chances, isIn: boolean): string {
  const tickets = chances.entries + (isIn ? 0 : 1)
  if (chances.winners >= tickets) return 'certain'
  if (tickets % chances.winners === 0) return `1 in ${tickets / chances.winners}`
  return `${chances.winners} in ${tickets}`
}
