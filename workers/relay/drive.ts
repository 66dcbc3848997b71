import { batchGas } from '../../core/relay/batch.ts'
import type { OpenBatch } from '../../db/relay/open.ts'
import { hashesOf, lastSent, recordMined, recordRelaySend } from '../../db/relay/transaction.ts'
import { sendNext } from '../send/nonce.ts'
import type { Relay } from './relay.ts'

/** Of a batch's transactions, those that may still be the one: each bids more than the one before. */
const ASKED_FOR = 5

/** Writes down in which block the batch is, if a node says so, and takes it back when none does any more. */
async function noteMined({ sql, account }: Relay, { id }: OpenBatch): Promise<void> {
  const hashes = await hashesOf(sql, id)
  for (const txHash of hashes.slice(0, ASKED_FOR))
    await recordMined(sql, { txHash, block: await account.minedIn(txHash) })
}

/**
 * Brings an open batch closer to the chain: what of it is neither there nor underway is sent. Harmless to repeat and to
 * interrupt anywhere (workers/send/nonce.ts): a wallet's number is used once, and the forwarder leaves out what it does
 * not take.
 * @returns false when there is nothing to send: it is on the chain, and the mirror will show it, or its requests wait for
 *   others that a reorg took away
 * @throws Retryable `chain.unreachable`, `relay.no-gas`, `relay.unmined`
 */
export async function driveBatch(relay: Relay, batch: OpenBatch): Promise<boolean> {
  const { sql, account, forwarder, logger, stuckSeconds, graceMs } = relay
  const log = { batch_id: Number(batch.id), count: batch.requests.length }
  // The nonce first: when the batch is mined in between, the numbers are used, and no second copy is paid for.
  const nonce = await account.nextNonce()
  const progress = await forwarder.progress(batch.requests)
  await noteMined(relay, batch)
  const requests = batch.requests.filter((_, index) => progress[index] === 'ready')
  if (requests.length === 0) {
    logger.debug(log, 'on the chain or blocked, waiting for the mirror')
    return false
  }
  const relayer = account.address
  await forwarder.requireBatch({ requests, relayer })
  const sent = await sendNext(
    { account, stuckSeconds, graceMs },
    {
      ...{ call: forwarder.batchCall({ requests, relayer }), gas: batchGas(requests), nonce },
      previous: await lastSent(sql, { relayer, nonce }),
      record: (transaction) => recordRelaySend(sql, { batchId: batch.id, relayer, sent: transaction }),
    },
  )
  if (sent === 'underway') logger.debug(log, 'sent, waiting for a block')
  else if (sent === 'too-dear') logger.warn(log, 'stuck at ten times the market price; is the node in sync?')
  else logger.info({ ...log, tx_hash: sent, nonce }, 'requests sent')
  return true
}
