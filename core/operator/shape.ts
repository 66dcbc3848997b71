import { z } from 'zod'

const at = z.iso.datetime()

/** A shop's pages and its assistant's walks, by its gate. */
export const shopHealthShape = z.object({
  /** As core/manners/gate-name.ts writes it. */
  origin: z.string(),
  /** Of one of its stores; null where only checkouts know it. */
  name: z.string().nullable(),
  /** How its pages are read: page, shopify, woo. */
  readers: z.array(z.string()),
  /** Pages that are watched, and of these those whose last look told nothing. */
  targets: z.int(),
  failing: z.int(),
  /** Of the page in the longest trouble. */
  problem: z.string().nullable(),
  /** When what is known of it was last seen to hold. */
  last_ok_at: at.nullable(),
  /** It asked for patience until then; null: anyone may ask. */
  resting_until: at.nullable(),
  /** Checkouts asked for in the last day, and those of them that were given up on. */
  checkouts: z.int(),
  dead: z.int(),
})
export type ShopHealth = z.infer<typeof shopHealthShape>

/** From an alert's news to its message's arrival, in one hour. */
export const latencyShape = z.object({
  /** The hour's beginning. */
  at,
  messages: z.int(),
  /** Seconds. */
  p50: z.number(),
  p95: z.number(),
})
export type Latency = z.infer<typeof latencyShape>

const auditShape = z.object({
  at,
  block_number: z.int(),
  /** What differs from the chain, in a sentence; null: nothing. */
  drift: z.string().nullable(),
})
export type LedgerAudit = z.infer<typeof auditShape>

export const operatorShape = z.object({
  /** The indexer's last comparison of the ledger with the chain; null before the first. */
  audit: auditShape.nullable(),
  shops: z.array(shopHealthShape),
  /** Of the last day, the oldest hour first; hours in which nothing was sent are left out. */
  latency: z.array(latencyShape),
})
export type Operator = z.infer<typeof operatorShape>

export const deadCheckoutShape = z.object({
  request_id: z.uuid(),
  at,
  code: z.string(),
  message: z.string(),
  /** Of the request, when it was given up on. */
  state: z.string(),
  slug: z.string(),
  size: z.string(),
  /** Null of a member who left. */
  username: z.string().nullable(),
  /** The request made in its place. */
  replayed_as: z.uuid().nullable(),
})
export type DeadCheckout = z.infer<typeof deadCheckoutShape>

export const deadDeliveryShape = z.object({
  id: z.uuid(),
  /** Of the alert. */
  kind: z.string(),
  /** Null when the channel is gone. */
  channel: z.string().nullable(),
  host: z.string().nullable(),
  username: z.string().nullable(),
  tries: z.int(),
  problem: z.string(),
  ended_at: at,
})
export type DeadDelivery = z.infer<typeof deadDeliveryShape>

/** What nobody tries again by itself, newest first. */
export const deadLettersShape = z.object({
  checkouts: z.array(deadCheckoutShape),
  deliveries: z.array(deadDeliveryShape),
})

/** How many wait for something, and how long the oldest does. */
export const waitingShape = z.object({ waiting: z.int().nullable(), oldest_seconds: z.number().nullable() })
export type Waiting = z.infer<typeof waitingShape>

/** Of /api/health what a dashboard shows: every component in a sentence, and what waits where it has a queue. */
export const healthLinesShape = z.object({
  status: z.enum(['ok', 'degraded']),
  components: z.record(
    z.string(),
    z.object({
      status: z.enum(['ok', 'degraded', 'down']),
      detail: z.string(),
      waiting: z.int().nullish(),
      /** A monitor's word for it. */
      overdue: z.int().nullish(),
      oldest_seconds: z.number().nullish(),
    }),
  ),
})
export type HealthLines = z.infer<typeof healthLinesShape>
