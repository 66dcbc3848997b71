import { z } from 'zod'

/** What a leaderboard covers: everything, or the UTC month or ISO week that is running. */
export const periodShape = z.enum(['week', 'month', 'all'])
export type Period = z.infer<typeof periodShape>

const DAY_MS = 86_400_000

/** 00:00 UTC of the Monday of that week. */
export function weekStart(now: Date): Date {
  const day = Math.floor(now.getTime() / DAY_MS)
  // 1970-01-01 was a Thursday.
  return new Date((day - ((day + 3) % 7)) * DAY_MS)
}

/** Where the period begins; null for all of time. */
export function periodStart(period: Period, now: Date): Date | null {
  if (period === 'all') return null
  return period === 'week' ? weekStart(now) : new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))
}

/** ISO 8601: the week belongs to the year of its Thursday, and its first one has January the 4th. */
function weekKey(now: Date): string {
  const start = weekStart(now).getTime()
  const year = new Date(start + 3 * DAY_MS).getUTCFullYear()
  const first = weekStart(new Date(Date.UTC(year, 0, 4))).getTime()
  return `${year}-W${String((start - first) / (7 * DAY_MS) + 1).padStart(2, '0')}`
}

/** The name under which standings of the period are kept: all, 2026-11 or 2026-W48. */
export function periodKey(period: Period, now: Date): string {
  if (period === 'all') return 'all'
  return period === 'week' ? weekKey(now) : now.toISOString().slice(0, 7)
}
