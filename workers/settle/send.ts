import type { Awarder } from '../../adapters/chain/award.ts'
import type { Logger } from '../../core/log.ts'
import { type AwardBatch, recordSend } from '../../db/awards/batch.ts'
import type { Sql } from '../../db/client.ts'
import { sendNext } from '../send/nonce.ts'

export type Settle = {
  sql: Sql
  awarder: Awarder
  logger: Logger
  /** Seconds after which a transaction that is not mined is replaced by one that bids more. */
  stuckSeconds: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
}

/** Room for a block between the estimate and the mint that makes storage dearer. */
const withMargin = (gas: bigint): bigint => (gas * 12n) / 10n

/**
 * Brings the first open batch closer to the chain: asks the chain, and when it is neither there nor underway, sends it.
 * Harmless to repeat and to interrupt anywhere (workers/send/nonce.ts), since a number that was used reverts the whole
 * batch. This is the first open batch and nothing else uses the account.
 */
export async function sendBatch(settle: Settle, batch: AwardBatch): Promise<void> {
  const { sql, awarder, logger, stuckSeconds, graceMs } = settle
  const { firstId, sent: previous } = batch
  const log = { first_id: Number(firstId), count: batch.packed.length }
  // The nonce first: when the batch is mined in between, the estimate sees it, and no second copy is paid for.
  const nonce = await awarder.account.nextNonce()
  const gas = await awarder.estimate(batch)
  if (gas === null) return logger.debug(log, 'on the chain, waiting for the mirror')
  const sent = await sendNext(
    { account: awarder.account, stuckSeconds, graceMs },
    {
      ...{ call: awarder.callOf(batch), gas: withMargin(gas), nonce, previous },
      record: (transaction) => recordSend(sql, firstId, transaction),
    },
  )
  if (sent === 'underway') return logger.debug(log, 'sent, waiting for a block')
  if (sent === 'too-dear')
    return logger.warn(log, 'stuck at ten times the market price; is the node in sync?')
  logger.info({ ...log, tx_hash: sent, nonce }, previous ? 'awards sent again' : 'awards sent')
}
