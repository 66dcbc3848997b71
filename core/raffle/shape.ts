import { z } from 'zod'
import { walletShape, weiShape } from '../member/shape.ts'
import { MOST_TRACKING } from './limits.ts'
import { prizeShape } from './prize.ts'
import { type RaffleState, raffleStates } from './states.ts'

const time = z.iso.datetime()
const raffleStateShape = z.enum(Object.keys(raffleStates) as [RaffleState, ...RaffleState[]])
const hex = (bytes: number) =>
  z.templateLiteral(['0x', z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))])
/** A raffle's number on chain, decimal. */
export const raffleIdShape = z.string().regex(/^[1-9][0-9]{0,17}$/, 'the number of a raffle')
/** From 0. */
const place = z.int().min(0)

/** Which wallet won what. Whose it is nobody is told: it would name everything else that the wallet does. */
const wonShape = z.object({
  place,
  ticket: z.int(),
  wallet: walletShape,
  /** What is won; null where SNPD has no description of the raffle. */
  prize: z.string().nullable(),
  claimed: z.boolean(),
})

/** A ticket of the reader's. */
const mineShape = z.object({
  wallet: walletShape,
  ticket: z.int(),
  /** The stake came back. */
  refunded: z.boolean(),
  /** null: it did not win, or nothing was drawn. */
  place: place.nullable(),
  claimed: z.boolean(),
})

export const raffleShape = z.object({
  id: raffleIdShape,
  /** Of SNPD's description; null where another operator opened it. */
  plan_id: z.uuid().nullable(),
  title: z.string().nullable(),
  text: z.string().nullable(),
  prizes: z.array(prizeShape),
  /** What the chain keeps of the description. */
  prize_hash: hex(32),
  /** wei of karma a ticket costs */
  price: weiShape,
  winners: z.int(),
  entries: z.int(),
  /** Of the pass that an entrant needs; 0: none. */
  tier: z.int(),
  state: raffleStateShape,
  opened_at: time,
  closes_at: time,
  /** From then on it expires. */
  draw_until: time,
  /** Of the beacon, decimal: fixed when the raffle was opened. */
  round: z.string(),
  /** When that round is published; null while SNPD has not met the beacon. */
  round_at: time.nullable(),
  seed: hex(32).nullable(),
  drawn_at: time.nullable(),
  /** Transactions that opened and drew it. */
  opened_tx: hex(32),
  drawn_tx: hex(32).nullable(),
  /** In the order of the prizes; none before the draw, and none in lists. */
  won: z.array(wonShape),
  /** The reader's tickets. */
  mine: z.array(mineShape),
})
export type Raffle = z.infer<typeof raffleShape>

export const raffleListShape = z.object({
  /** Where the mirror stands that all of this was read from. */
  block_number: z.int(),
  items: z.array(raffleShape),
})
export type RaffleList = z.infer<typeof raffleListShape>

/** Everything that it takes to draw again, and nothing that has to be believed: core/raffle/proof.ts says what is checked. */
export const raffleProofShape = z.object({
  ...{ chain_id: z.int(), raffle: walletShape, id: raffleIdShape },
  beacon: z.object({
    chain_hash: z.string(),
    /** Point of G2, compressed. */
    public_key: z.string(),
    /** Unix seconds of round 1, and seconds between two. */
    ...{ genesis: z.int(), period: z.int() },
  }),
  /** Seconds from the close to the round, of the contract. */
  margin: z.int(),
  created: z.object({ round: z.string(), closes_at: z.int(), winners: z.int() }),
  /** Wallets in the order of their tickets. */
  entered: z.array(walletShape),
  drawn: z.object({ round: z.string(), seed: hex(32), tx_hash: hex(32) }),
  /** The beacon's over the round: a point of G1, compressed. */
  signature: z.string(),
  /** The tickets that SNPD says have won, in the order of the prizes. */
  winners: z.array(z.int()),
})
export type RaffleProof = z.infer<typeof raffleProofShape>

/** A raffle that is not on chain yet, or will not be, as operators see it. */
export const planShape = z.object({
  id: z.uuid(),
  title: z.string(),
  prizes: z.array(prizeShape),
  price: weiShape,
  tier: z.int(),
  winners: z.int(),
  created_at: time,
  closes_at: time,
  state: raffleStateShape,
  /** Its number on chain, once it has one. */
  raffle_id: raffleIdShape.nullable(),
  problem: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
})
export type RafflePlan = z.infer<typeof planShape>

/** How far a prize is. */
export const prizeStates = ['waiting', 'asked', 'sent', 'received'] as const

/** A prize as its winner sees it. */
export const ownPrizeShape = z.object({
  place,
  prize: z.string().nullable(),
  /** `waiting`: for the winner's word and the claim on chain. */
  state: z.enum(prizeStates),
  asked_at: time.nullable(),
  sent_at: time.nullable(),
  tracking: z.string().nullable(),
  received_at: time.nullable(),
})
export type OwnPrize = z.infer<typeof ownPrizeShape>

/** A prize as the operator sees it who sends it: with the address, once the winner has claimed it on chain. */
export const operatorPrizeShape = ownPrizeShape.extend({
  wallet: walletShape,
  username: z.string().nullable(),
  claimed: z.boolean(),
  address: z
    .object({
      ...{ name: z.string(), street: z.string(), city: z.string(), state: z.string() },
      ...{ zip_code: z.string(), country: z.string() },
    })
    .nullable(),
})
export type OperatorPrize = z.infer<typeof operatorPrizeShape>

export const prizeSentShape = z.strictObject({
  tracking: z.string().trim().min(1).max(MOST_TRACKING).optional(),
})
