import { periods } from '../leaderboard/asked.ts'

export type PeriodName = keyof typeof periods

/** The period of an address: this week's, when it says nothing or nonsense. */
export function periodOf(text: string | string[] | undefined): PeriodName {
  return typeof text === 'string' && Object.hasOwn(periods, text) ? (text as PeriodName) : 'week'
}
