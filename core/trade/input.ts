import { z } from 'zod'
import { usernameShape, walletShape } from '../member/shape.ts'
import { textShape } from '../post/text.ts'
import { restockReportShape } from '../restock/shape.ts'
import {
  LONGEST_ANSWER,
  LONGEST_SENDING,
  MOST_BOND,
  MOST_EVIDENCE,
  MOST_PAIRS,
  SHORTEST_ANSWER,
  SHORTEST_SENDING,
} from './limits.ts'
import { slashedShape } from './state-shape.ts'

export const sizeShape = restockReportShape.shape.size
/** Never worn, tried on, worn. */
export const conditionShape = z.enum(['new', 'tried', 'worn'])
const noteShape = textShape.pipe(z.string().max(500))
/** A side's own account of what happened. */
const accountShape = textShape.pipe(z.string().max(1_000))

const pairInputShape = z.strictObject({ sneaker_id: z.uuid(), size: sizeShape, condition: conditionShape })
export type PairInput = z.infer<typeof pairInputShape>

const DAY = 86_400

/** What both sides are held to, and for how long the offer stands. */
const terms = {
  /** Whole karma that each side puts up; 0: none. */
  bond: z.int().min(0).max(MOST_BOND).default(0),
  /** The offering member's own that puts up the bond. */
  wallet: walletShape.optional(),
  /** How long the offer waits, and how long the sending may take after it was agreed. */
  answer_seconds: z
    .int()
    .min(SHORTEST_ANSWER)
    .max(LONGEST_ANSWER)
    .default(3 * DAY),
  sending_seconds: z
    .int()
    .min(SHORTEST_SENDING)
    .max(LONGEST_SENDING)
    .default(14 * DAY),
}

const offer = {
  /** What the one who offers gives, and asks for; it may be nothing. */
  gives: z.array(pairInputShape).min(1).max(MOST_PAIRS),
  asks: z.array(pairInputShape).max(MOST_PAIRS),
  ...terms,
  note: noteShape.optional(),
}
const hasWallet = ({ bond, wallet }: { bond: number; wallet?: string | undefined }) =>
  bond === 0 || wallet !== undefined
const walletMissing = { path: ['wallet'], message: 'name the wallet that puts up the bond' }

export const offerInputShape = z.strictObject(offer).refine(hasWallet, walletMissing)
export type OfferInput = z.infer<typeof offerInputShape>

export const tradeInputShape = z
  .strictObject({ with: usernameShape, ...offer })
  .refine(hasWallet, walletMissing)
export type TradeInput = z.infer<typeof tradeInputShape>

/** A ring of three as it is proposed: pairs of closets, one's own first, then that of whoever gets it, and so on around. */
export const ringInputShape = z
  .strictObject({ items: z.array(z.uuid()).length(3), ...terms })
  .refine(hasWallet, walletMissing)
export type RingInput = z.infer<typeof ringInputShape>

export const ringActShape = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('join'), wallet: walletShape.optional() }),
  z.strictObject({ act: z.literal('call-off') }),
])
export type RingActInput = z.infer<typeof ringActShape>

/** Which offer is answered: nobody accepts one that they have not seen. */
const of = { offer: z.int().min(1) }

export const tradeActShape = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('counter'), ...of, with: offerInputShape }),
  z.strictObject({ act: z.literal('accept'), ...of, wallet: walletShape.optional() }),
  z.strictObject({ act: z.literal('decline'), ...of }),
  z.strictObject({ act: z.literal('withdraw'), ...of }),
  z.strictObject({ act: z.literal('ship') }),
  z.strictObject({ act: z.literal('receive') }),
  z.strictObject({ act: z.literal('dispute'), text: accountShape }),
  z.strictObject({ act: z.literal('tell'), text: accountShape }),
  z.strictObject({ act: z.literal('show'), photo_ids: z.array(z.uuid()).min(1).max(MOST_EVIDENCE) }),
])
export type TradeActInput = z.infer<typeof tradeActShape>

export const rulingInputShape = z.strictObject({ slashed: slashedShape, note: noteShape })
export type RulingInput = z.infer<typeof rulingInputShape>
export const jurorVoteShape = z.strictObject({ slashed: slashedShape })

export const closetInputShape = z.discriminatedUnion('side', [
  z.strictObject({
    side: z.literal('have'),
    sneaker_id: z.uuid(),
    size: sizeShape,
    condition: conditionShape,
    note: noteShape.optional(),
  }),
  z.strictObject({
    side: z.literal('want'),
    sneaker_id: z.uuid(),
    size: sizeShape,
    note: noteShape.optional(),
  }),
])
export type ClosetInput = z.infer<typeof closetInputShape>
