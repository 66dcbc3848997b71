/** Pairs that one side gives in one trade, and photos that each side shows of it. */
export const MOST_PAIRS = 5
export const MOST_EVIDENCE = 6
/** Trades of one member that have not ended, and offers back and forth in one. */
export const MOST_OPEN = 20
export const MOST_OFFERS = 30
/** Rings of three that one member has proposed and that wait. */
export const MOST_RINGS = 5
/** Things that one member has and wants, in all. */
export const MOST_CLOSET = 200
/** Whole karma that each side may put up. */
export const MOST_BOND = 1_000

const [HOUR, DAY] = [3_600, 86_400]
/** Seconds. How long an offer may wait for its answer; both bonds after the agreement; the sending after that. */
export const LONGEST_ANSWER = 14 * DAY
export const BOND_WINDOW = DAY
export const LONGEST_SENDING = 30 * DAY
/** Seconds. Least that an offer waits, and that the sending may take. */
export const SHORTEST_ANSWER = 60
export const SHORTEST_SENDING = HOUR
