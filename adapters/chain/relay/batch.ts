import { decodeFunctionData, encodeFunctionData, type Hash, TransactionNotFoundError } from 'viem'
import { forwarderAbi } from '../../../core/contracts/forwarder.ts'
import { Retryable } from '../../../core/errors.ts'
import { batchGas } from '../../../core/relay/batch.ts'
import type { SignedCall } from '../../../core/relay/request.ts'
import type { Hex } from '../../../core/typed-data/domain.ts'
import type { Call } from '../account.ts'
import { readNonce, verify } from './check.ts'
import type { ForwarderConnection } from './connection.ts'
import { revertData } from './failure.ts'

/** Of one request at the newest block: its number is used, it would be carried out, or neither (yet, or any more). */
export type Progress = 'used' | 'ready' | 'blocked'

async function progressOf(connection: ForwarderConnection, request: SignedCall): Promise<Progress> {
  if ((await readNonce(connection, request.from)) > request.nonce) return 'used'
  return (await verify(connection, request)) ? 'ready' : 'blocked'
}

/** How far each of the requests is, in their order. */
export function readProgress(
  connection: ForwarderConnection,
  requests: readonly SignedCall[],
): Promise<Progress[]> {
  return Promise.all(requests.map((request) => progressOf(connection, request)))
}

/**
 * The one call that carries them all out. One that fails takes no other with it: `relayer` is named as receiver of
 * refunds, of which there are none, since no request carries value.
 */
export function batchCall(
  { contracts }: ForwarderConnection,
  { requests, relayer }: { requests: readonly SignedCall[]; relayer: Hex },
): Call {
  const args = [requests, relayer] as const
  const data = encodeFunctionData({ abi: forwarderAbi, functionName: 'executeBatch', args })
  return { to: contracts.forwarder, data }
}

/**
 * A batch that reverts as a whole uses up no number, so it would be sent, and paid for, for ever.
 * @throws Retryable `relay.unmined` when it would
 */
export async function requireBatch(
  connection: ForwarderConnection,
  { requests, relayer }: { requests: readonly SignedCall[]; relayer: Hex },
): Promise<void> {
  const call = batchCall(connection, { requests, relayer })
  await connection.client
    .call({ ...call, account: relayer, gas: batchGas(requests) })
    .catch((cause: unknown) => {
      if (revertData(cause) === undefined) throw cause
      throw new Retryable({
        code: 'relay.unmined',
        message: `A batch of ${requests.length} relayed requests would revert as a whole, so it is not sent.`,
        fix: 'Look at docs/runbooks/stuck-relay.md; its requests end at their deadlines.',
        cause,
      })
    })
}

function callsIn(input: Hex): readonly { from: Hex; signature: Hex }[] {
  try {
    const { functionName, args } = decodeFunctionData({ abi: forwarderAbi, data: input })
    if (functionName === 'executeBatch') return args[0]
    return functionName === 'execute' ? [args[0]] : []
  } catch {
    return []
  }
}

/**
 * Whether the transaction, whoever sent it, carries this very request to the forwarder itself; undefined while the node
 * does not know it.
 */
export async function carries(
  { client, contracts }: ForwarderConnection,
  { hash, request }: { hash: Hash; request: SignedCall },
): Promise<boolean | undefined> {
  const found = await client.getTransaction({ hash }).catch((error: unknown) => {
    if (error instanceof TransactionNotFoundError) return undefined
    throw error
  })
  if (!found) return undefined
  // A signature covers all of a request, its number included.
  const isHere = callsIn(found.input).some(({ signature }) => signature.toLowerCase() === request.signature)
  return isHere && found.to?.toLowerCase() === contracts.forwarder
}
