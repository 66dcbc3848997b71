import { type Chances, oddsOf } from './odds.ts'

/** As many as are told apart at a glance, and fit a phone in five rows. */
export const MOST_MARKS = 100

export type OddsPicture = {
  marks: number
  /** Of the marks, how many win. */
  winning: number
  /** One mark is one ticket; else a hundredth of all. */
  isCounted: boolean
}

/**
 * The odds as marks, one for each ticket where they can be counted, else a hundred for all.
 * A chance that is there has a mark, and one short of certain never has all of them. Pure.
 * @param isIn the reader's ticket is among the entries; else it would be one more
 */
export function oddsPicture(chances: Chances, isIn: boolean): OddsPicture {
  const tickets = Math.max(1, chances.entries + (isIn ? 0 : 1))
  if (tickets <= MOST_MARKS)
    return { marks: tickets, winning: Math.min(tickets, chances.winners), isCounted: true }
  const odds = oddsOf(chances, isIn)
  const winning =
    odds === 1 ? MOST_MARKS : Math.min(MOST_MARKS - 1, Math.max(1, Math.round(odds * MOST_MARKS)))
  return { marks: MOST_MARKS, winning, isCounted: false }
}
