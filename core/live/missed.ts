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
export const missedShape = z.strictObject({
  since: sinceShape,
  /** Whose page it is; null: nobody's. */
  member_id: z.uuid().nullable(),
})

export type MissedAsked = z.infer<typeof missedShape>

export type MissedFromClient = {
  /**
   * Answered with what was said to this socket's reader since then, or with null where nobody knows: not so far back, or it is
   * another reader's by now.
   */
  missed: (asked: unknown, answer: (missed: readonly string[] | null) => void) => void
}
