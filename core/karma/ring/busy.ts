import { ringRules } from './constants.ts'

/** Whether a member confirms about everything there is. @param given acts vouched for in the window, and in the last day */
export function isBusy(given: { window: number; day: number }): boolean {
  return given.window > ringRules.busyGiven || given.day > ringRules.busyToday
}

type Word = {
  /** Of the owner's circle. */
  members: readonly string[]
  vouchers: readonly string[]
  busy: ReadonlySet<string>
}

/** Whether nobody but the circle, and those who confirm everything, has vouched for an act. Pure. */
export function isOwnWord({ members, vouchers, busy }: Word): boolean {
  const circle = new Set(members)
  return vouchers.every((id) => circle.has(id) || busy.has(id))
}
