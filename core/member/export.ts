import { z } from 'zod'
import { purchaseRequestShape } from '../checkout/shape.ts'
import { relayedShape } from '../relay/status.ts'
import { notificationShape } from './notifications.ts'
import { addressShape, linkedWalletShape, memberShape, walletShape, weiShape } from './shape.ts'

const time = z.iso.datetime()

/**
 * Everything SNPD holds of a member, in one document. Not in it: the password's hash, which leaves the server never,
 * the sealed payment details, and what the chain says of the wallets, which is public.
 */
export const memberExportShape = z.object({
  exported_at: time,
  member: memberShape,
  wallets: z.array(linkedWalletShape),
  /** Wallets that left, and until when nobody else may link them. */
  resting_wallets: z.array(z.object({ address: z.string(), until: time })),
  sessions: z.array(
    z.object({
      id: z.uuid(),
      user_agent: z.string().nullable(),
      created_at: time,
      used_at: time,
      expires_at: time,
      /** When it last proved once more who it is. */
      confirmed_at: time.nullable(),
    }),
  ),
  notifications: notificationShape,
  awards: z.array(
    z.object({
      id: z.uuid(),
      rule: z.string(),
      source_id: z.uuid(),
      amount: weiShape,
      created_at: time,
      matures_at: time.nullable(),
      reversed_at: time.nullable(),
      /** Its number on chain. */
      award_id: z.string().nullable(),
    }),
  ),
  restocks: z.array(
    z.object({
      id: z.uuid(),
      sneaker_id: z.uuid(),
      store_id: z.uuid(),
      size: z.string(),
      price_minor: z.int().nullable(),
      currency: z.string().nullable(),
      note: z.string().nullable(),
      reported_at: time,
    }),
  ),
  confirmations: z.array(z.object({ restock_id: z.uuid(), confirmed_at: time })),
  /** Pictures of their steps are at /api/purchase-requests/{id}/screenshots/{event_id}. */
  checkouts: z.array(
    purchaseRequestShape.extend({
      shipping: addressShape,
      email: z.string().nullable(),
      /** Set when an order was placed, or may have been. */
      fenced_at: time.nullable(),
    }),
  ),
  /** Signed calls that SNPD was to carry out. */
  relayed: z.array(
    relayedShape.extend({ to: walletShape, gas: z.string(), data: z.string(), signature: z.string() }),
  ),
  /** That there are payment details, and what they are called. SNPD cannot open them. */
  payment: z.object({ label: z.string(), key_id: z.string(), updated_at: time }).nullable(),
})
export type MemberExport = z.infer<typeof memberExportShape>
