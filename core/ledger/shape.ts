import { z } from 'zod'
import { walletShape, weiShape } from '../member/shape.ts'

const hashShape = z.string().regex(/^0x[0-9a-f]{64}$/)

/** One mirrored movement of karma in or out of the member's wallets. Signed wei. */
export const ledgerEntryShape = z.object({
  tx_hash: hashShape,
  block_number: z.int(),
  log_index: z.int(),
  block_time: z.iso.datetime(),
  wallet: walletShape,
  counterparty: walletShape,
  value: z.string().regex(/^-?\d+$/),
  /** The award's rule when this movement minted one of ours. */
  rule: z.string().nullable(),
})

/** An award that the chain does not show yet. `state` follows core/karma/states.ts. */
export const pendingAwardShape = z.object({
  id: z.uuid(),
  rule: z.string(),
  amount: weiShape,
  state: z.enum([
    'unconfirmed',
    'capped',
    'maturing',
    'challenged',
    'needs-wallet',
    'matured',
    'minting',
    'reversed',
  ]),
  /** What led to the amount, or why it is not paid, or was taken back: plain sentences. */
  why: z.array(z.string()),
  created_at: z.iso.datetime(),
  matures_at: z.iso.datetime().nullable(),
})

export const ledgerShape = z.object({
  /** Sum of `accounts` balances as mirrored at `block_number`. */
  balance: weiShape,
  earned: weiShape,
  block_number: z.int(),
  block_time: z.iso.datetime().nullable(),
  token: walletShape,
  entries: z.array(ledgerEntryShape),
  pending: z.array(pendingAwardShape),
})
export type Ledger = z.infer<typeof ledgerShape>
export type LedgerEntry = z.infer<typeof ledgerEntryShape>
export type PendingAward = z.infer<typeof pendingAwardShape>
