import type { Hex } from 'viem'
import { deploymentArguments } from '../../core/beacon/deployment.ts'
import { localNetwork, signRound } from '../../core/beacon/local.ts'
import { type BeaconNetwork, quicknet } from '../../core/beacon/network.ts'
import { Final } from '../../core/errors.ts'
import { LOCAL_BEACON_GENESIS, type Network } from '../../core/networks.ts'

/** Of quicknet's round 1, as drand serves it at /public/1. */
const firstSignature =
  'b55e7cb2d5c613ee0b2e28d6750aabbb78c39dcc96bd9d38c2c2e12198df95571de8e8e402a0cc48871c7089a2b3af4b'

/** With round 1 as the one that the constructor verifies. */
function argumentsFor(network: BeaconNetwork, signature: string) {
  return deploymentArguments(network, { round: 1, signature })
}

/**
 * What DrandBeacon is constructed with on a network.
 * @param key of the local beacon; drand's own network needs none
 * @throws Final `config.invalid` when the network has a local beacon and there is no key
 */
export function beaconArguments({ beacon, name }: Network, key: Hex | undefined) {
  if (beacon === 'quicknet') return argumentsFor(quicknet, firstSignature)
  if (key) return argumentsFor(localNetwork(key, LOCAL_BEACON_GENESIS), signRound(key, 1n).signature)
  throw new Final({
    code: 'config.invalid',
    message: `BEACON_KEY is missing: the raffles of ${name} are decided by a beacon of our own.`,
    fix: 'Set BEACON_KEY to the key that adapters/beacon signs with: 0x and 64 hex digits.',
  })
}
