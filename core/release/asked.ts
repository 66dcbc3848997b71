import { z } from 'zod'

/** Longest calendar that is answered at once, days. */
const LONGEST_DAYS = 800

const DAY_MS = 86_400_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Of an age that calendars and databases have. */
const dayShape = z.iso
  .date()
  .refine((day) => day >= '1970-01-01' && day < '2200-01-01', 'a day from 1970 to 2199')

/** Which releases: whole days on each shop's own clock, both included; the rest as it is said. */
export const releaseQueryShape = z
  .strictObject({
    from: dayShape.optional(),
    to: dayShape.optional(),
    sneaker_id: z.uuid().optional(),
    store_id: z.uuid().optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'not before `from`' })
  .refine(({ from, to }) => !from || !to || Date.parse(to) - Date.parse(from) <= LONGEST_DAYS * DAY_MS, {
    path: ['to'],
    message: `at most ${LONGEST_DAYS} days after \`from\``,
  })
export type ReleaseQuery = z.infer<typeof releaseQueryShape>

export type Days = { from: string; to: string }

/**
 * The days that are meant. Without a word, `back` days before today to `ahead` after it, by UTC: so that no shop's
 * today is missing, `back` is at least one.
 */
export function daysOf(
  { from, to }: ReleaseQuery,
  now: Date,
  { back, ahead }: { back: number; ahead: number },
): Days {
  if (from && to) return { from, to }
  if (from) return { from, to: dayOf(Date.parse(from) + ahead * DAY_MS) }
  if (to) return { from: dayOf(Date.parse(to) - ahead * DAY_MS), to }
  return { from: dayOf(now.getTime() - back * DAY_MS), to: dayOf(now.getTime() + ahead * DAY_MS) }
}
