const DAY_MS = 86_400_000

export type Streak = {
  /** Days in a row up to today, or up to yesterday: today is not over. */
  current: number
  longest: number
  /** False while the current streak waits for today's act: it ends at 00:00 UTC. */
  today: boolean
}

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/**
 * A streak is never stored: it follows from the days on which a member did something that earned. Pure.
 * @param days UTC dates, 2026-11-23, in any order and as often as they come
 */
export function streakOf(days: readonly string[], now: Date): Streak {
  const today = Math.floor(now.getTime() / DAY_MS)
  const sorted = [...new Set(days.map(dayOf))].sort((a, b) => a - b)
  let [longest, run, last] = [0, 0, Number.NEGATIVE_INFINITY]
  for (const day of sorted) {
    run = day === last + 1 ? run + 1 : 1
    longest = Math.max(longest, run)
    last = day
  }
  return { current: last >= today - 1 ? run : 0, longest, today: last === today }
}
