import type { SignedCall } from './request.ts'

/** What a transaction costs before it does anything, with the forwarder's dispatch. */
const BASE = 40_000n
/**
 * Gas the forwarder itself may use on one request: ecrecover, the question whether the target trusts it, a first nonce, the
 * event, copies in memory. Measured: 33,000 to 36,200 for a member's first request, with calls of 100 and 512 bytes.
 */
const OVERHEAD = 50_000n
/** Per byte of calldata that is not 0. */
const CALLDATA = 16n
/** The forwarder's part of calldata beside `data`: eleven words. */
const FRAME = 352n

/** EIP-7825: no transaction may ask for more than 2^24 gas. */
const TRANSACTION_GAS = 2n ** 24n
/** Requests in one transaction: what the gas bars of the contracts are measured with. */
const LARGEST_BATCH = 50

function gasOf({ gas, data }: SignedCall): bigint {
  const calldata = (BigInt(data.length / 2) + 32n + FRAME) * CALLDATA
  // EIP-150: a call gets at most 63/64 of what is left. With less the forwarder burns the whole batch.
  return (gas * 64n) / 63n + 1n + calldata + OVERHEAD
}

/** Gas limit with which no request of a batch can starve, even when all others use up all of theirs. */
export function batchGas(requests: readonly SignedCall[]): bigint {
  return requests.reduce((total, request) => total + gasOf(request), BASE)
}

/** How many requests, from the first, fit into one transaction. */
export function batchLength(requests: readonly SignedCall[]): number {
  let gas = BASE
  const end = requests.findIndex((request) => {
    gas += gasOf(request)
    return gas > TRANSACTION_GAS
  })
  return Math.min(end === -1 ? requests.length : end, LARGEST_BATCH)
}
