import { isDeployedFor } from '../../core/beacon/deployment.ts'
import { type BeaconNetwork, quicknet } from '../../core/beacon/network.ts'
import { Final } from '../../core/errors.ts'
import type { BeaconFacts } from '../chain/raffle.ts'
import { fetchNetwork } from './client.ts'

/**
 * The network whose key the contract holds. A server's word of it is not taken: its facts must be the contract's.
 * @throws Final `beacon.other-network`; Retryable `beacon.*`
 */
export async function trustedNetwork(urls: readonly string[], facts: BeaconFacts): Promise<BeaconNetwork> {
  if (isDeployedFor(quicknet, facts)) return quicknet
  const network = await fetchNetwork(urls)
  if (isDeployedFor(network, facts)) return network
  const servers = urls.map((url) => new URL(url).origin).join(', ')
  throw new Final({
    code: 'beacon.other-network',
    message: `The beacon at ${servers} is another one than the contracts trust: its key, genesis or period differ.`,
    fix: 'Set BEACON_URL to a server of the drand network that the contracts were deployed with.',
  })
}
