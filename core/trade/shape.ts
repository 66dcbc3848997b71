import { z } from 'zod'
import { walletShape, weiShape } from '../member/shape.ts'
import { photoShape } from '../photo/shape.ts'
import { sneakerShape } from '../restock/shape.ts'
import { bondActs, heldActs } from './acts.ts'
import { conditionShape } from './input.ts'
import { sides } from './ruling.ts'
import { slashedShape, tradeStateShape } from './state-shape.ts'
import { dealSteps } from './states.ts'

const time = z.iso.datetime()
const sideShape = z.enum(sides)

const pairShape = z.object({ sneaker: sneakerShape, size: z.string(), condition: conditionShape })

/** What others know of a member's trades. Only what both sides said went well counts, once for each partner. */
export const reputationShape = z.object({
  /** Distinct partners who are independent of the member. */
  partners: z.int(),
  completed: z.int(),
  /** Rulings against the member. */
  lost: z.int(),
})
export type Reputation = z.infer<typeof reputationShape>

const partyShape = z.object({
  /** Null: left. */
  username: z.string().nullable(),
  reputation: reputationShape,
  shipped_at: time.nullable(),
  /** Said that they got what was agreed. By the mirror where there are bonds. */
  received: z.boolean(),
  /** Their account of what happened, and what they show of it. */
  told: z.string().nullable(),
  photos: z.array(photoShape),
})

const offerShape = z.object({
  no: z.int(),
  by: sideShape,
  maker_gives: z.array(pairShape),
  taker_gives: z.array(pairShape),
  /** Whole karma from each side. */
  bond: z.int(),
  answer_by: time,
  sending_seconds: z.int(),
  note: z.string().nullable(),
  created_at: time,
})
export type TradeOffer = z.infer<typeof offerShape>

/** What TradeEscrow is given, and where it stands by the mirror. */
const escrowShape = z.object({
  id: z.string(),
  /** Null of a side that left. */
  proposer: walletShape.nullable(),
  counterparty: walletShape.nullable(),
  /** wei */
  bond: weiShape,
  accept_by: time,
  confirm_by: time,
  terms_hash: z.string(),
  terms: z.string(),
  step: z.enum(dealSteps),
})
export type TradeEscrowView = z.infer<typeof escrowShape>

const juryShape = z.object({
  /** The beacon's round that draws it, and the list it is drawn from: anyone can draw again. */
  round: z.string(),
  pool: z.array(z.uuid()),
  seed: z.string().nullable(),
  /** In the order they were drawn; null: not drawn yet. */
  seats: z.int().nullable(),
  voted: z.int(),
  verdict: slashedShape.nullable(),
})

const disputeShape = z.object({
  by: sideShape.nullable(),
  at: time,
  rule_by: time,
  jury: juryShape.nullable(),
})

const rulingShape = z.object({
  slashed: slashedShape,
  /** Wei burned in all; null without bonds. */
  burned: weiShape.nullable(),
  note: z.string().nullable(),
})

/** A trade as its reader sees it. */
export const tradeShape = z.object({
  id: z.uuid(),
  state: tradeStateShape,
  maker: partyShape,
  taker: partyShape,
  /** Which side the reader is; null of jurors and arbiters. */
  mine: sideShape.nullable(),
  /** What the reader may do now: here, and with their wallet. */
  may: z.array(z.enum([...heldActs, ...bondActs, 'vote', 'rule'])),
  /** The one that stands, and those before it, the newest first. */
  offers: z.array(offerShape),
  created_at: time,
  agreed_at: time.nullable(),
  /** Until when both must have confirmed, or one disputed; null as long as nothing is agreed. */
  confirm_by: time.nullable(),
  /** Null without bonds. */
  escrow: escrowShape.nullable(),
  dispute: disputeShape.nullable(),
  ruling: rulingShape.nullable(),
})
export type Trade = z.infer<typeof tradeShape>

export const closetItemShape = z.object({
  id: z.uuid(),
  side: z.enum(['have', 'want']),
  sneaker: sneakerShape,
  size: z.string(),
  condition: conditionShape.nullable(),
  note: z.string().nullable(),
  added_at: time,
})
export type ClosetItem = z.infer<typeof closetItemShape>

/** Who gives what to whom, around, from the reader on; two are a swap. */
export const matchShape = z.object({
  steps: z.array(
    z.object({
      /** In the closet of whoever gives it. */
      item: z.uuid(),
      from: z.string(),
      to: z.string(),
      sneaker: sneakerShape,
      size: z.string(),
      condition: conditionShape,
    }),
  ),
})
export type Match = z.infer<typeof matchShape>
