import type { Awarder, Fees } from '../../adapters/chain/award.ts'
import type { Logger } from '../../core/log.ts'
import { type AwardBatch, recordSend } from '../../db/awards/batch.ts'
import type { Sql } from '../../db/client.ts'
import { bidFees } from './fees.ts'

export type Settle = {
  sql: Sql
  awarder: Awarder
  logger: Logger
  /** Seconds after which a transaction that is not mined is replaced by one that bids more. */
  stuckSeconds: number
}

/** Room for a block between the estimate and the mint that makes storage dearer. */
const withMargin = (gas: bigint): bigint => (gas * 12n) / 10n

/**
 * A node does not name a transaction it is just putting into a block (seen with anvil), nor does the next node behind a
 * balancer at once: only after this long is an unknown one taken to be lost.
 */
const GRACE_MS = 2_000

/** What to do about a nonce: wait, or sign a transaction that bids this. */
type Plan = 'underway' | 'too-dear' | Fees

async function planNonce(settle: Settle, { sent }: AwardBatch, nonce: number): Promise<Plan> {
  const { awarder, stuckSeconds } = settle
  const previous = sent?.nonce === nonce ? sent : null
  const age = previous ? Date.now() - previous.sentAt.getTime() : 0
  if (previous && age < GRACE_MS) return 'underway'
  const inPool = previous !== null && (await awarder.knows(previous.txHash))
  if (inPool && age < stuckSeconds * 1000) return 'underway'
  return bidFees(await awarder.marketFees(), previous, inPool) ?? 'too-dear'
}

/**
 * Brings the first open batch closer to the chain: asks the chain, and when it is neither there nor underway, sends it.
 *
 * Harmless to repeat and to interrupt anywhere, since a number that was used reverts the whole batch:
 * - before the row is written: nothing happened;
 * - between row and broadcast: the node does not know the hash, so it is sent again with the same nonce;
 * - after the broadcast: the node knows the hash; mined, the estimate finds the numbers used.
 * The nonce is always the account's next one: this is the first open batch and nothing else uses the account, so every
 * other nonce is either mined or waits behind this one. After a reorg or a reset of the chain that still holds.
 */
export async function sendBatch(settle: Settle, batch: AwardBatch): Promise<void> {
  const { sql, awarder, logger } = settle
  const { firstId, sent } = batch
  const log = { first_id: Number(firstId), count: batch.packed.length }
  // The nonce first: when the batch is mined in between, the estimate sees it, and no second copy is paid for.
  const nonce = await awarder.nextNonce()
  const gas = await awarder.estimate(batch)
  if (gas === null) return logger.debug(log, 'on the chain, waiting for the mirror')
  const plan = await planNonce(settle, batch, nonce)
  if (plan === 'underway') return logger.debug(log, 'sent, waiting for a block')
  if (plan === 'too-dear')
    return logger.warn(log, 'stuck at ten times the market price; is the node in sync?')
  const { raw, hash } = await awarder.sign(batch, { ...plan, nonce, gas: withMargin(gas) })
  await recordSend(sql, firstId, { txHash: hash, nonce, ...plan, sentAt: new Date() })
  await awarder.broadcast(raw)
  logger.info({ ...log, tx_hash: hash, nonce }, sent ? 'awards sent again' : 'awards sent')
}
