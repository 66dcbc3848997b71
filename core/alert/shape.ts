import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'
import { currencyShape, minorShape } from '../money.ts'
import { restockStates, sneakerShape, storeShape } from '../restock/shape.ts'
import { tradeNews } from '../trade/news.ts'
import { voteNews } from '../vote/news.ts'

const time = z.iso.datetime()

/** What every alert has. */
const common = {
  /** Its place in the log: ascending by commit. What a client sends to have what it missed. */
  seq: z.int().positive(),
  /** Its name, for receivers that drop repeats. */
  id: z.uuid(),
  /** When it was written down, by the database's clock. */
  written_at: time,
}

/** The cells of a store, from coarse to fine; null where it has no street address. */
const placeShape = z.object({ city: cellShape, area: cellShape, street: cellShape, door: cellShape })

const restockAlertShape = z.object({
  ...common,
  kind: z.literal('restock'),
  restock_id: z.uuid(),
  sneaker: sneakerShape,
  store: storeShape,
  place: placeShape.nullable(),
  size: z.string(),
  /** What can be had. Alerts that were kept before it was told are of pairs that are there. */
  state: z.enum(restockStates).default('in'),
  price_minor: minorShape.nullable(),
  currency: currencyShape.nullable(),
  source: z.enum(['member', 'monitor']),
  /** 0 to 1: how sure it is. */
  confidence: z.number().min(0).max(1),
  /** When the question left that the shop answered so; null where a member saw it. */
  asked_at: time.nullable(),
  seen_at: time,
})

const dropAlertShape = z.object({
  ...common,
  kind: z.literal('drop'),
  drop_id: z.uuid(),
  sneaker: sneakerShape,
  store: storeShape,
  place: placeShape.nullable(),
})

/** One member's own: nobody else hears of it. */
const purchaseAlertShape = z.object({
  ...common,
  kind: z.literal('purchase'),
  member_id: z.uuid(),
  request_id: z.uuid(),
  /** The request's new one (core/checkout/states.ts). */
  state: z.string(),
})

/** Likewise. */
const awardAlertShape = z.object({
  ...common,
  kind: z.literal('award'),
  member_id: z.uuid(),
  award_id: z.uuid(),
})

/** What a moderator of a cook group calls out to all who are in it. */
const groupAlertShape = z.object({
  ...common,
  kind: z.literal('group'),
  call_id: z.uuid(),
  group: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  text: z.string(),
  /** null: they left SNPD. */
  by: z.string().nullable(),
})

/** As of awards: one member's own. */
const raffleAlertShape = z.object({
  ...common,
  kind: z.literal('raffle'),
  member_id: z.uuid(),
  /** Its number on chain, decimal. */
  raffle_id: z.string(),
  state: z.enum(['won', 'refunded', 'sent']),
})

/** As of awards: one member's own. Of a trade, or of a ring of three that is not agreed on. */
const tradeAlertShape = z.object({
  ...common,
  kind: z.literal('trade'),
  member_id: z.uuid(),
  trade_id: z.uuid().nullable(),
  ring_id: z.uuid().nullable(),
  state: z.enum(tradeNews),
})

/** For whoever may enter. */
const raffleOpenAlertShape = z.object({
  ...common,
  kind: z.literal('raffle-open'),
  plan_id: z.uuid(),
  /** Its number on chain, decimal; null while a reorg has taken it away. */
  raffle_id: z.string().nullable(),
  title: z.string(),
  /** Of the pass that an entrant needs; 0: none. */
  tier: z.int(),
  closes_at: time,
})

/** For whoever asked to hear of votes. */
const voteAlertShape = z.object({
  ...common,
  kind: z.literal('vote'),
  /** As the API names it (core/vote/shape.ts). */
  proposal_id: z.string().regex(/^0x[0-9a-f]{64}$/),
  /** What became of it: it opened, it won or lost, what it changes is in force. */
  state: z.enum(voteNews),
})

export const alertShape = z.discriminatedUnion('kind', [
  restockAlertShape,
  dropAlertShape,
  purchaseAlertShape,
  awardAlertShape,
  groupAlertShape,
  raffleAlertShape,
  tradeAlertShape,
  raffleOpenAlertShape,
  voteAlertShape,
])
/** One entry of the log. */
export type Alert = z.infer<typeof alertShape>
/** Those that this version knows: a newer one may have put others into the log. */
export const alertKinds: readonly Alert['kind'][] = alertShape.options.map(({ shape }) => shape.kind.value)
