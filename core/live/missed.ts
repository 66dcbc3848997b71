import { z } from 'zod'

/** What clients hear that something changed by; they fetch it anew. */
export type SaidName =
  | 'restock'
  | 'ledger'
  | 'trade'
  | 'group'
  | 'relay'
  | 'raffle'
  | 'purchase'
  | 'votes'
  | 'flags'

/** Since when a page was read, Unix ms by the server's clock: before anything that it shows was. */
export const sinceShape = z.int().nonnegative()
export const missedShape = z.strictObject({ since: sinceShape })

export type MissedFromClient = {
  /** Answered with what was said to this socket's reader since then, or with null where nobody knows so far back. */
  missed: (asked: unknown, answer: (missed: readonly string[] | null) => void) => void
}
