import type { Hash } from 'viem'
import type { RelayRequest, SignedCall } from '../../core/relay/request.ts'
import type { RelayContracts } from '../../core/relay/whitelist.ts'
import type { Hex } from '../../core/typed-data/domain.ts'
import type { Call } from './account.ts'
import { batchCall, carries, type Progress, readProgress, requireBatch } from './relay/batch.ts'
import { checkAhead, checkRequest, readNonce, requireChain } from './relay/check.ts'
import { connectForwarder } from './relay/connection.ts'
import { toRelayError } from './relay/failure.ts'

type Batch = { requests: readonly SignedCall[]; relayer: Hex }

/**
 * The contract that carries members' calls out, looked at without any key. Every call throws Retryable
 * `chain.unreachable` when the node does not answer.
 */
export type Forwarder = {
  contracts: RelayContracts
  /** The number it asks for next of this wallet. */
  nextNonce: (wallet: Hex) => Promise<bigint>
  /**
   * Would the request succeed now?
   * @throws Final `relay.*`, `chain.wrong-id`; Retryable `relay.nonce` (too early)
   */
  check: (request: RelayRequest) => Promise<void>
  /**
   * All that can be said while others of its wallet come first.
   * @throws Final `relay.*`, `chain.wrong-id`
   */
  checkAhead: (request: RelayRequest) => Promise<void>
  /** How far each of the requests is, in their order. */
  progress: (requests: readonly SignedCall[]) => Promise<Progress[]>
  /** @throws Retryable `relay.unmined` when the batch would revert as a whole */
  requireBatch: (batch: Batch) => Promise<void>
  batchCall: (batch: Batch) => Call
  /** Whether the transaction carries this very request; undefined while the node does not know it. */
  carries: (what: { hash: Hash; request: SignedCall }) => Promise<boolean | undefined>
}

/** Opens the forwarder of a deployment. Asks nothing by itself. */
export function openForwarder(options: { rpcUrl: string; deployment: RelayContracts }): Forwarder {
  const connection = connectForwarder(options)
  const { origin, contracts } = connection
  const guard = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw toRelayError(error, { origin })
    })
  return {
    contracts,
    nextNonce: (wallet) => guard(readNonce(connection, wallet)),
    check: (request) => guard(requireChain(connection).then(() => checkRequest(connection, request))),
    checkAhead: (request) => guard(requireChain(connection).then(() => checkAhead(connection, request))),
    progress: (requests) => guard(readProgress(connection, requests)),
    requireBatch: (batch) => guard(requireBatch(connection, batch)),
    batchCall: (batch) => batchCall(connection, batch),
    carries: (what) => guard(carries(connection, what)),
  }
}
