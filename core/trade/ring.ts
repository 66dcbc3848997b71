import { z } from 'zod'
import { Final } from '../errors.ts'
import { sneakerShape } from '../restock/shape.ts'
import { conditionShape } from './input.ts'

/** The life of a ring of three: it ends when it has become three trades, or cannot any more. Read off the facts, as a trade's. */
export const ringStates = {
  /** Who has not joined yet still can. */
  open: ['agreed', 'called-off', 'expired'],
  /** All three joined: it is three trades now. */
  agreed: [],
  /** One of the three does not want it. */
  'called-off': [],
  /** Not all three joined in time. */
  expired: [],
} as const satisfies Record<string, readonly string[]>
export type RingState = keyof typeof ringStates

export type RingFacts = { calledOffAt: Date | null; isAgreed: boolean; answerBy: Date; now: Date }

/** The state that the facts add up to; the deadline is the first moment that is too late. Pure. */
export function ringState({ calledOffAt, isAgreed, answerBy, now }: RingFacts): RingState {
  if (isAgreed) return 'agreed'
  if (calledOffAt) return 'called-off'
  return now >= answerBy ? 'expired' : 'open'
}

/** @throws Final `trade.expired` when it is too late, `trade.state` when it is decided otherwise */
export function requireOpen(state: RingState): void {
  if (state === 'open') return
  throw new Final({
    code: state === 'expired' ? 'trade.expired' : 'trade.state',
    message: state === 'expired' ? 'Not all three joined in time.' : `This ring is ${state}.`,
    fix:
      state === 'agreed' ? 'Go on with the trades that came of it.' : 'Propose another one from your closet.',
  })
}

const time = z.iso.datetime()

/** A ring of three, for those who are in it. */
export const ringShape = z.object({
  id: z.uuid(),
  state: z.enum(Object.keys(ringStates) as [RingState, ...RingState[]]),
  /** Whole karma that each side of each of its three trades puts up. */
  bond: z.int(),
  answer_by: time,
  sending_seconds: z.int(),
  created_at: time,
  /** Around: each gives to the next one, the last to the first. */
  legs: z.array(
    z.object({
      /** Null: left. */
      from: z.string().nullable(),
      to: z.string().nullable(),
      sneaker: sneakerShape,
      size: z.string(),
      condition: conditionShape,
      /** Whether the giver is in. */
      joined: z.boolean(),
      /** What came of it. */
      trade_id: z.uuid().nullable(),
    }),
  ),
  /** What the reader may do now. */
  may: z.array(z.enum(['join', 'call-off'])),
})
export type Ring = z.infer<typeof ringShape>
