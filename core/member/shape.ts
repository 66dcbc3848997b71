import { z } from 'zod'
import { roleShape } from './role-shape.ts'

export const addressShape = z.strictObject({
  name: z.string().trim().min(1).max(100),
  street: z.string().trim().min(1).max(200),
  city: z.string().trim().min(1).max(100),
  state: z.string().trim().min(1).max(100),
  zip_code: z.string().trim().min(1).max(20),
  country: z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2'),
})
export type ShippingAddress = z.infer<typeof addressShape>

export const usernameShape = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_]{3,30}$/, '3 to 30 letters, digits or _')
export const emailShape = z.email().trim().max(254)
export const walletShape = z.string().regex(/^0x[0-9a-f]{40}$/)
/** Wei as a decimal string: JSON numbers cannot hold it. */
export const weiShape = z.string().regex(/^\d+$/)

/** What a member sees of oneself. No password hash, no payment details, ever. */
export const memberShape = z.object({
  id: z.uuid(),
  username: z.string(),
  role: roleShape,
  email: z.string().nullable(),
  /** In the order they were linked. */
  wallets: z.array(walletShape),
  /** The wallet that awards are minted to; null without any. */
  paid_to: walletShape.nullable(),
  has_password: z.boolean(),
  karma_balance: weiShape,
  karma_earned: weiShape,
  /** The block that both were mirrored at. */
  karma_block: z.int(),
  shipping_address: addressShape.nullable(),
  created_at: z.iso.datetime(),
})
export type Member = z.infer<typeof memberShape>

/** A wallet of a member's. */
export const linkedWalletShape = z.object({
  address: walletShape,
  linked_at: z.iso.datetime(),
  /** Awards are minted to it. */
  paid_to: z.boolean(),
})
export type LinkedWallet = z.infer<typeof linkedWalletShape>
