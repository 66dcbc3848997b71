import {
  type Hash,
  parseEventLogs,
  type TransactionReceipt,
  WaitForTransactionReceiptTimeoutError,
} from 'viem'
import { forwarderAbi } from '../../../core/contracts/forwarder.ts'
import { Retryable } from '../../../core/errors.ts'
import { batchGas } from '../../../core/relay/batch.ts'
import type { RelayRequest } from '../../../core/relay/request.ts'
import type { Hex } from '../../../core/typed-data/domain.ts'
import type { RelayConnection } from './connection.ts'

/**
 * What became of one request in the transaction `hash`: `done`; `reverted` by the contract, its nonce used up; `skipped` by
 * the forwarder because by then it was used, expired or no longer valid, and nothing happened.
 */
export type Sent = { status: 'done' | 'reverted' | 'skipped'; hash: Hash }

const MINED_WITHIN_MS = 120_000

function unmined(hash: Hash, what: string, cause?: unknown): Retryable {
  return new Retryable({
    code: 'relay.unmined',
    message: `The relayed transaction ${hash} ${what}.`,
    fix: 'Wait: a request cannot be carried out twice, so it is safe to send it again.',
    cause,
  })
}

/** @throws Retryable `relay.unmined` */
export async function minedReceipt({ client }: RelayConnection, hash: Hash): Promise<TransactionReceipt> {
  const waiting = client.waitForTransactionReceipt({ hash, timeout: MINED_WITHIN_MS })
  const receipt = await waiting.catch((cause: unknown) => {
    if (cause instanceof WaitForTransactionReceiptTimeoutError)
      throw unmined(hash, 'is in no block yet', cause)
    throw cause
  })
  if (receipt.status === 'reverted') throw unmined(hash, 'reverted as a whole')
  return receipt
}

function statusesIn({ logs }: TransactionReceipt, forwarder: Hex): Map<string, Sent['status']> {
  const events = parseEventLogs({ abi: forwarderAbi, eventName: 'ExecutedForwardRequest', logs })
  return new Map(
    events
      .filter(({ address }) => address === forwarder)
      .map(({ args }) => [`${args.signer.toLowerCase()} ${args.nonce}`, args.success ? 'done' : 'reverted']),
  )
}

/**
 * Sends the requests in one transaction and waits until it is mined. One that fails takes no other with it: the relayer is
 * named as receiver of refunds, of which there are none, since no request carries value.
 * @returns what became of each, in their order
 * @throws Retryable `relay.unmined`; whatever viem throws when the node fails
 */
export async function sendBatch(
  connection: RelayConnection,
  requests: readonly RelayRequest[],
): Promise<Sent[]> {
  const { client, contracts } = connection
  const hash = await client.writeContract({
    address: contracts.forwarder,
    abi: forwarderAbi,
    functionName: 'executeBatch',
    args: [requests, client.account.address],
    gas: batchGas(requests),
    chain: null,
  })
  const statuses = statusesIn(await minedReceipt(connection, hash), contracts.forwarder)
  const seen = new Set<string>()
  return requests.map(({ from, nonce }) => {
    const key = `${from} ${nonce}`
    // Of two copies in a batch the first was carried out.
    const status = seen.has(key) ? 'skipped' : (statuses.get(key) ?? 'skipped')
    seen.add(key)
    return { status, hash }
  })
}
