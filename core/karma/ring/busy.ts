import { ringRules } from './constants.ts'

/** Whether a member confirms about everything there is. @param given acts vouched for in the window, and in the last day */
export function isBusy(given: { window: number; day: number }): boolean {
  return given.window > ringRules.busyGiven || given.day > ringRules.busyToday
}

type Word = {
  /** What the owner's circle loses by its own word: basis points. */
  discount: number
  /** Of the owner's circle. */
  members: readonly string[]
  vouchers: readonly string[]
  busy: ReadonlySet<string>
}

/** Basis points taken off an act's award, and off the award of who vouched for it first. */
export type WordDiscount = { act: number; first: number }

/**
 * What a circle's discount takes off one act. The circle, and those who confirm everything, are nobody's outsiders. The first
 * outsider is paid in full for their word; the act itself when there are as many as it takes. Pure.
 */
export function discountOfWord({ discount, members, vouchers, busy }: Word): WordDiscount {
  const circle = new Set(members)
  const outsiders = vouchers.filter((id) => !circle.has(id) && !busy.has(id)).length
  return {
    act: outsiders < ringRules.outsiders ? discount : 0,
    first: outsiders === 0 ? discount : 0,
  }
}
