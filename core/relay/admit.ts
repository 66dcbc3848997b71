import { Final } from '../errors.ts'
import type { RelayRequest } from './request.ts'
import { findRelayed, type RelayContracts } from './whitelist.ts'

/** Seconds a request must still be good for when it comes in: it waits for its batch and its block. */
export const SHORTEST_LIFE = 30
/** Seconds a request may be good for at most: nobody should find an act carried out that was given up long ago. */
export const LONGEST_LIFE = 3_600

function requireCall(contracts: RelayContracts, { to, value, gas, data }: RelayRequest): void {
  if (value !== 0n)
    throw new Final({
      code: 'relay.value',
      message: `The request asks the relayer to pay ${value} wei.`,
      fix: 'Sign it with a value of 0: SNPD pays gas and nothing else.',
    })
  const found = findRelayed(contracts, { to, data })
  if (!found)
    throw new Final({
      code: 'relay.not-allowed',
      message: `The relayer does not send calls of ${data.slice(0, 10)} to ${to}.`,
      fix: 'Send the transaction from your own wallet.',
    })
  if (gas > found.gas)
    throw new Final({
      code: 'relay.gas',
      message: `The request asks for ${gas} gas; ${found.signature} gets ${found.gas} at most.`,
      fix: 'Sign it again with less gas.',
    })
}

function requireLife({ deadline }: RelayRequest, now: number): void {
  if (deadline < now + SHORTEST_LIFE)
    throw new Final({
      code: 'relay.deadline',
      message: 'The request has expired, or is about to.',
      fix: 'Do it again: your wallet then signs a new one.',
    })
  if (deadline > now + LONGEST_LIFE)
    throw new Final({
      code: 'relay.deadline',
      message: 'The request would be good for more than an hour.',
      fix: 'Check the clock of this device and sign it again.',
    })
}

/** @throws Final `relay.chain` */
export function requireSameChain({ chain_id: ours }: RelayContracts, signed: { chain_id: number }): void {
  if (signed.chain_id === ours) return
  throw new Final({
    code: 'relay.chain',
    message: `It was signed for chain ${signed.chain_id}; SNPD lives on chain ${ours}.`,
    fix: `Switch your wallet to chain ${ours} and sign it again.`,
  })
}

/**
 * All that can be said of a request without asking the chain.
 * @param now unix seconds, the chain's or ours, whichever is later
 * @throws Final `relay.chain`, `relay.value`, `relay.not-allowed`, `relay.gas`, `relay.deadline`
 */
export function admitRequest(contracts: RelayContracts, request: RelayRequest, now: number): void {
  requireSameChain(contracts, request)
  requireCall(contracts, request)
  requireLife(request, now)
}
