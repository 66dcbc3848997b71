/** Days for which it is known where a member was, the present one included. */
export const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** A UTC day as 2026-11-23, so many days before the moment. */
export function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10)
}
