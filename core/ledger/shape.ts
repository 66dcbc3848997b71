import { z } from 'zod'
import { walletShape, weiShape } from '../member/shape.ts'

const hashShape = z.string().regex(/^0x[0-9a-f]{64}$/)
const signedWei = z.string().regex(/^-?\d+$/)

/** Why karma moved, as the mirror's other events of the same transaction tell. */
const causeShape = z.enum([
  'award',
  'raffle-entry',
  'raffle-refund',
  'pass',
  'trade',
  'spent',
  'sent',
  'received',
  'itself',
])
export type Cause = z.infer<typeof causeShape>

/** One mirrored movement of karma in or out of the member's wallets. Signed wei. */
export const ledgerEntryShape = z.object({
  tx_hash: hashShape,
  block_number: z.int(),
  log_index: z.int(),
  block_time: z.iso.datetime(),
  wallet: walletShape,
  counterparty: walletShape,
  value: signedWei,
  cause: causeShape,
  /** The award's rule when this movement minted one of ours. */
  rule: z.string().nullable(),
  /** The rule set that this award named on chain. */
  ruleset: hashShape.nullable(),
})

/** An award that the chain does not show. `state` follows core/karma/states.ts. */
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

/** Where the next page begins; null after the last one. */
const next = z.string().nullable()

/** One page of movements, the newest first. */
export const ledgerPageShape = z.object({
  items: z.array(ledgerEntryShape),
  next,
  /** The last block that the page looked at. */
  block_number: z.int(),
  /** What the mirror holds that block to be; null once no reorg can reach it. Another one than before: begin anew. */
  block_hash: hashShape.nullable(),
})

/** One page of awards, the newest first. */
export const awardPageShape = z.object({ items: z.array(pendingAwardShape), next })

/** The balance after each block that moved it, or after the last of each of many equal spans of time. Oldest first. */
export const ledgerChartShape = z.object({
  points: z.array(z.object({ block_number: z.int(), at: z.iso.datetime(), balance: signedWei })),
  /** How many blocks the points stand for. */
  changes: z.int(),
  block_number: z.int(),
})

export const ledgerShape = z.object({
  /** What the wallets hold together, as mirrored at `block_number`. */
  balance: weiShape,
  earned: weiShape,
  /** Per wallet: its balance, and what all of its movements add up to. Equal, or the mirror is broken. */
  wallets: z.array(z.object({ address: walletShape, balance: weiShape, movements: z.int(), sum: signedWei })),
  block_number: z.int(),
  block_hash: hashShape.nullable(),
  block_time: z.iso.datetime().nullable(),
  token: walletShape,
  /** The newest movements. */
  entries: z.array(ledgerEntryShape),
  next,
  /** wei of awards in no batch yet, all of them: lost to a member who leaves now */
  promised: weiShape,
  /** The newest awards that are on their way to the chain. */
  pending: z.array(pendingAwardShape),
  pending_next: next,
})
export type Ledger = z.infer<typeof ledgerShape>
export type LedgerPage = z.infer<typeof ledgerPageShape>
export type LedgerChart = z.infer<typeof ledgerChartShape>
export type LedgerEntry = z.infer<typeof ledgerEntryShape>
export type PendingAward = z.infer<typeof pendingAwardShape>
export type AwardPage = z.infer<typeof awardPageShape>
