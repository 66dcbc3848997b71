/** A request as the order of service sees it. */
export type Asked = {
  /** Of the best pass that the member held when asking; 0 without one. */
  passTier: number
  askedAt: Date
}

/** How much earlier than it was made a request counts as made, for each tier of its member's pass. Minutes. */
export const HEAD_START_MINUTES = 10
/** Contracts count tiers to 255; who sets one of these gives no more of a head start than this one has. */
export const HIGHEST_TIER = 6
/** What the queue can count to (BullMQ). In minutes that is four years. */
const LAST_TURN = 2 ** 21 - 1

/**
 * When it is a request's turn, lower first: the minute in which it was made, earlier by a head start for each tier of the
 * pass. Nobody starves: whoever waits longer than the highest head start goes before everyone who comes now. Requests of
 * one minute and tier keep the order in which they were added.
 *
 * Turns begin anew every four years; who waits at that minute goes after those who come then.
 * @returns 1 to 2,097,151, as the queue takes priorities
 */
export function turnOf({ passTier, askedAt }: Asked): number {
  const tier = Math.min(Math.max(passTier, 0), HIGHEST_TIER)
  const minute = Math.floor(askedAt.getTime() / 60_000) - tier * HEAD_START_MINUTES
  return (minute % LAST_TURN) + 1
}
