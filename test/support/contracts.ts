import type { RelayContracts } from '../../core/relay/whitelist.ts'

const at = (byte: string): `0x${string}` => `0x${byte.repeat(20)}`

/** Addresses for tests without a chain; nothing is there. */
export const noContracts: RelayContracts = {
  ...{ chain_id: 31_337, forwarder: at('f0'), karma: at('aa'), access_pass: at('b0') },
  ...{ raffle: at('c0'), trade_escrow: at('d0'), governor: at('e0') },
}
