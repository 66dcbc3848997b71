import { z } from 'zod'
import { walletShape, weiShape } from '../member/shape.ts'

/** What a tier asks for now, as mirrored, and what its pass opens. A higher tier includes the lower ones. */
export const tierShape = z.object({
  tier: z.int().min(1).max(255),
  /** wei per period */
  price: weiShape,
  /** Seconds in a period; 0: the tier is closed to buyers, and passes bought before run on. */
  period: z.int().min(0),
  /** wei of karma that must have been earned, ever */
  min_earned: weiShape,
  /** Drops whose gate this pass opens. */
  drops: z.array(z.object({ slug: z.string(), title: z.string() })),
  /** Open raffles that ask for this tier or a lower one. */
  raffles: z.int(),
})
export type Tier = z.infer<typeof tierShape>

/** A wallet's pass: the newest purchase that the mirror has of it. */
export const passShape = z.object({
  tier: z.int(),
  /** null: cancelled */
  expires_at: z.iso.datetime().nullable(),
  state: z.enum(['active', 'expired', 'cancelled']),
})
export type Pass = z.infer<typeof passShape>

/** One wallet of the member's, with what counts when it buys: a pass belongs to one wallet for good. */
export const passWalletShape = z.object({
  wallet: walletShape,
  /** wei */
  balance: weiShape,
  earned: weiShape,
  pass: passShape.nullable(),
  /** Whose votes this wallet's earned karma counts among: its own address when switched on, null while it is off. */
  votes_with: walletShape.nullable(),
})
export type PassWallet = z.infer<typeof passWalletShape>

export const passesShape = z.object({
  /** Where the mirror stands that all of this was read from. */
  block_number: z.int(),
  tiers: z.array(tierShape),
  /** In the order they were linked; none for a reader who is not signed in. */
  wallets: z.array(passWalletShape),
})
export type Passes = z.infer<typeof passesShape>
