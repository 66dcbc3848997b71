import type { Forwarder } from '../../adapters/chain/forwarder.ts'
import type { Rpc } from '../../adapters/chain/rpc.ts'
import type { RelayRequest } from '../../core/relay/request.ts'
import type { RelayContracts } from '../../core/relay/whitelist.ts'
import type { Hex } from '../../db/bytes.ts'

const nowhere: Hex = `0x${'0'.repeat(40)}`

/** Contracts of a test that has no chain. */
export const noContracts: RelayContracts = {
  ...{ chain_id: 31_337, forwarder: nowhere, karma: nowhere, access_pass: nowhere, raffle: nowhere },
  ...{ trade_escrow: nowhere, governor: nowhere, feature_flags: nowhere },
}

/** A forwarder that finds every request good, without a chain: for what is decided before and after it is asked. */
export function takeAll(forwarder: Forwarder): Forwarder {
  const good = async () => undefined
  return { ...forwarder, nextNonce: async () => 0n, check: good, checkAhead: good }
}

/** A chain whose contracts answer every question with 0; all else is asked of the real one. */
export function answerZero(rpc: Rpc): Rpc {
  const zero = { result: `0x${'0'.repeat(64)}` }
  const batch: Rpc['batch'] = async (calls) =>
    calls.every(({ method }) => method === 'eth_call') ? calls.map(() => zero) : rpc.batch(calls)
  return { ...rpc, batch }
}

/** A request of this wallet that only `takeAll` finds good. */
export function madeUp(wallet: string, nonce = 0n): RelayRequest {
  const { chain_id, access_pass: to } = noContracts
  const deadline = Math.floor(Date.now() / 1000) + 600
  const signature: Hex = `0x${'1b'.repeat(65)}`
  return {
    chain_id,
    from: wallet as Hex,
    to,
    value: 0n,
    gas: 1n,
    nonce,
    deadline,
    data: '0x12345678',
    signature,
  }
}
