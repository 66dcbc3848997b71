import { z } from 'zod'
import { addressShape } from '../member/shape.ts'
import { currencyShape, minorShape } from '../money.ts'
import { sealedCodeShape } from '../payment/shape.ts'
import { lentPageShape } from './lent.ts'
import { outcomeShape } from './outcome.ts'
import { payWayShape } from './profile.ts'
import { memberWordShape } from './word.ts'

/** What the shop's own review page says it will charge. */
export const reviewShape = z.object({
  title: z.string(),
  size: z.string(),
  quantity: z.int(),
  total_minor: minorShape,
  currency: currencyShape,
  /** label -> minor units, e.g. Subtotal, Shipping, Tax, as read. */
  lines: z.array(z.object({ label: z.string(), minor: z.int() })),
})
export type Review = z.infer<typeof reviewShape>

export const purchaseStateShape = z.enum([
  'queued',
  'walking',
  'with-member',
  'review',
  'confirmed',
  'submitting',
  'ordered',
  'handover',
  'not-ordered',
  'unknown',
  'dry-run',
])
export type PurchaseState = z.infer<typeof purchaseStateShape>

/** `auto`: no look at the total in between, where the member asked for it and the shop allows it. */
export const purchaseModeShape = z.enum(['review', 'dry-run', 'auto'])
export type PurchaseMode = z.infer<typeof purchaseModeShape>

/** What the member would rather have where the shop leaves a choice; ways to pay best first. */
export const preferencesShape = z.strictObject({
  shipping: z.enum(['cheapest', 'fastest']).default('cheapest'),
  payment: z.array(payWayShape).max(4).default([]),
})
export type Preferences = z.infer<typeof preferencesShape>

export const purchaseInputShape = z.strictObject({
  /** The request's own id, for who seals a code to it; made here otherwise. Its time is at most a day off. */
  id: z.uuidv7().optional(),
  drop_id: z.uuid(),
  size: z.string().trim().min(1).max(10),
  max_total_minor: minorShape.min(1),
  currency: currencyShape,
  mode: purchaseModeShape.default('review'),
  preferences: preferencesShape.optional(),
  /** Omitted: the member's own shipping address. */
  shipping: addressShape.optional(),
  /** Where the shop's mail goes. Omitted: the member's own email. */
  email: z.email().max(254).optional(),
  /** The card's security code, sealed for this request in the browser; forgotten when the request ends. */
  sealed_code: sealedCodeShape.optional(),
})
export type PurchaseInput = z.infer<typeof purchaseInputShape>

export const purchaseEventShape = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  state: purchaseStateShape,
  step: z.string().nullable(),
  message: z.string(),
  has_screenshot: z.boolean(),
})

export const purchaseRequestShape = z.object({
  id: z.uuid(),
  drop_id: z.uuid(),
  size: z.string(),
  max_total_minor: minorShape,
  currency: currencyShape,
  mode: purchaseModeShape,
  preferences: preferencesShape,
  state: purchaseStateShape,
  review: reviewShape.nullable(),
  outcome: outcomeShape.nullable(),
  /** The worker's own page, while the member may have it. */
  live: lentPageShape.nullable(),
  /** What the member says came of an order that nobody could read about. */
  word: memberWordShape.nullable(),
  events: z.array(purchaseEventShape),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  drop: z.object({ slug: z.string(), title: z.string() }),
})
export type PurchaseRequest = z.infer<typeof purchaseRequestShape>
