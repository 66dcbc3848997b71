/** Most prizes of a raffle, as MAX_WINNERS of contracts/Raffle.sol. */
export const MOST_PRIZES = 500
/** Days that a raffle may be open, as MAX_OPEN there. */
export const MOST_OPEN_DAYS = 366
/** Seconds after the close within which it can be drawn, as DRAW_WINDOW there. */
export const DRAW_WINDOW = 14 * 86_400
/** Characters. */
export const MOST_TITLE = 80
export const MOST_TEXT = 2_000
export const MOST_TRACKING = 200
