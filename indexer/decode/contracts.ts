import type { LogFilter } from '../../adapters/chain/logs.ts'
import type { ContractName, Deployment } from '../../core/deployment.ts'
import { signatureHash } from '../../core/keccak.ts'
import { accessManagerEvents } from './access-manager.ts'
import { accessPassEvents } from './access-pass.ts'
import type { Decoders } from './decoder.ts'
import { featureFlagsEvents } from './feature-flags.ts'
import { forwarderEvents } from './forwarder.ts'
import { governorEvents } from './governor.ts'
import { karmaEvents, tokenEvents } from './karma.ts'
import { managedEvents } from './managed.ts'
import { raffleEvents } from './raffle.ts'
import { timelockEvents } from './timelock.ts'
import { tradeEscrowEvents } from './trade-escrow.ts'

type Hex = `0x${string}`

/** Each contract of a deployment but the beacon, which says nothing. */
const ours = {
  karma: karmaEvents,
  access_pass: accessPassEvents,
  raffle: raffleEvents,
  trade_escrow: tradeEscrowEvents,
  feature_flags: featureFlagsEvents,
  governor: governorEvents,
  timelock: timelockEvents,
  access_manager: accessManagerEvents,
  guardian: managedEvents,
  forwarder: forwarderEvents,
} satisfies Record<Exclude<ContractName, 'beacon'>, Decoders>

/** `token` is any ERC-20, of which the ledger alone is mirrored; the others are of our deployment. */
const known = { ...ours, token: tokenEvents }

/** What is mirrored: lower-case addresses of some of these contracts. */
export type Contracts = { [Name in keyof typeof known]?: Hex }

/** Everything that is mirrored of a deployment. */
export function contractsOf(deployment: Pick<Deployment, keyof typeof ours>): Contracts {
  const names = Object.keys(ours) as (keyof typeof ours)[]
  return Object.fromEntries(names.map((name) => [name, deployment[name]]))
}

/** The addresses, sorted: what names a mirror's subject. */
export function addressesOf(contracts: Contracts): Hex[] {
  return Object.values(contracts).sort()
}

const keyOf = (address: Hex, event: Hex): string => `${address}:${event}`

/** The decoders by address and event, and the filter of their logs. */
export class DecoderTable {
  readonly filter: LogFilter
  readonly #decoders = new Map<string, Decoders[string]>()

  constructor(contracts: Contracts) {
    const events = new Set<Hex>()
    for (const [name, address] of Object.entries(contracts))
      for (const [signature, decoder] of Object.entries(known[name as keyof Contracts])) {
        const event = signatureHash(signature)
        events.add(event)
        this.#decoders.set(keyOf(address, event), decoder)
      }
    this.filter = { addresses: addressesOf(contracts), events: [...events] }
  }

  /** Two contracts may have events of one name, of which one is mirrored. */
  find(address: Hex, event: Hex | undefined): Decoders[string] | undefined {
    return event && this.#decoders.get(keyOf(address, event))
  }
}
