import { concat, encodeFunctionData, recoverTypedDataAddress } from 'viem'
import { forwarderAbi } from '../../../core/contracts/forwarder.ts'
import { Final, Retryable } from '../../../core/errors.ts'
import { admitRequest } from '../../../core/relay/admit.ts'
import type { RelayRequest, SignedCall } from '../../../core/relay/request.ts'
import type { Hex } from '../../../core/typed-data/domain.ts'
import { forwardData } from '../../../core/typed-data/forward.ts'
import type { ForwarderConnection } from './connection.ts'
import { revertData, throwRefused } from './failure.ts'

function forwarderOf({ contracts }: ForwarderConnection) {
  return { address: contracts.forwarder, abi: forwarderAbi } as const
}

/** @throws Final `chain.wrong-id` */
export async function requireChain({ client, contracts, origin }: ForwarderConnection): Promise<void> {
  const id = await client.getChainId()
  if (id === contracts.chain_id) return
  throw new Final({
    code: 'chain.wrong-id',
    message: `The chain at ${origin} has id ${id}; the contracts were deployed on chain ${contracts.chain_id}.`,
    fix: 'Point RPC_URL at that chain, or DEPLOYMENT at the file of this one.',
  })
}

/** Unix seconds: the chain's clock, or ours when its last block is old. */
async function timeNow({ client }: ForwarderConnection): Promise<number> {
  const { timestamp } = await client.getBlock({ blockTag: 'latest' })
  return Math.max(Number(timestamp), Math.floor(Date.now() / 1000))
}

/** The number that the forwarder asks for next of this wallet. */
export function readNonce(connection: ForwarderConnection, from: Hex): Promise<bigint> {
  const forwarder = forwarderOf(connection)
  return connection.client.readContract({ ...forwarder, functionName: 'nonces', args: [from] })
}

async function requireNonce(connection: ForwarderConnection, { from, nonce }: RelayRequest): Promise<void> {
  const next = await readNonce(connection, from)
  if (nonce < next)
    throw new Final({
      code: 'relay.nonce',
      message: 'The request was carried out already, or another one took its place.',
      fix: 'Look whether it took effect before you do it again.',
    })
  if (nonce > next)
    throw new Retryable({
      code: 'relay.nonce',
      message: 'An earlier request of yours is not carried out yet.',
      fix: 'Wait for it; this one then follows.',
    })
}

function notSigned({ from }: RelayRequest): Final {
  return new Final({
    code: 'relay.signature',
    message: `The request was not signed by ${from} for the forwarder of these contracts.`,
    fix: 'Sign it again with that account, exactly as your wallet is asked to.',
  })
}

/** Would the forwarder take it at the newest block: its number is the next, it is signed, in time and for one who trusts it. */
export function verify(connection: ForwarderConnection, request: SignedCall): Promise<boolean> {
  const forwarder = forwarderOf(connection)
  return connection.client.readContract({ ...forwarder, functionName: 'verify', args: [request] })
}

async function requireSignature(connection: ForwarderConnection, request: RelayRequest): Promise<void> {
  if (!(await verify(connection, request))) throw notSigned(request)
}

/** The signature alone, whose number need not be the next. */
async function requireOwnSignature({ contracts }: ForwarderConnection, request: RelayRequest): Promise<void> {
  const { signature } = request
  const signer = await recoverTypedDataAddress({ ...forwardData(contracts, request), signature }).catch(
    () => '',
  )
  if (signer.toLowerCase() !== request.from) throw notSigned(request)
}

/**
 * All that can be said of a request before its turn. Nothing is sent.
 * @throws Final `relay.*`; whatever viem throws when the node fails
 */
export async function checkAhead(connection: ForwarderConnection, request: RelayRequest): Promise<void> {
  admitRequest(connection.contracts, request, await timeNow(connection))
  await requireOwnSignature(connection, request)
}

/** The call as the target will see it: from the forwarder, with the member's address behind the data (ERC-2771). */
async function requireSuccess(connection: ForwarderConnection, request: RelayRequest): Promise<void> {
  const { client, contracts } = connection
  const data = concat([request.data, request.from])
  await client.call({ account: contracts.forwarder, to: request.to, data }).catch(throwRefused)
}

/** What succeeds with all the gas of a block may still fail with what the member signed for. */
async function requireGas(connection: ForwarderConnection, request: RelayRequest): Promise<void> {
  const data = encodeFunctionData({ abi: forwarderAbi, functionName: 'execute', args: [request] })
  // Who asks makes no difference, so nobody is named.
  await connection.client.call({ to: connection.contracts.forwarder, data }).catch((cause: unknown) => {
    if (revertData(cause) === undefined) throw cause
    throw new Final({
      code: 'relay.gas',
      message: `The call needs more than the ${request.gas} gas the request asks for.`,
      fix: 'Sign it again with more gas.',
      cause,
    })
  })
}

/**
 * Would the request succeed now? In order of what it costs to find out; nothing is sent.
 * @throws Final `relay.*`; Retryable `relay.nonce`; whatever viem throws when the node fails
 */
export async function checkRequest(connection: ForwarderConnection, request: RelayRequest): Promise<void> {
  admitRequest(connection.contracts, request, await timeNow(connection))
  await requireNonce(connection, request)
  await requireSignature(connection, request)
  await requireSuccess(connection, request)
  await requireGas(connection, request)
}
