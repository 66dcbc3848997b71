import { fetchRound } from '../../adapters/beacon/client.ts'
import { trustedNetwork } from '../../adapters/beacon/trusted.ts'
import { readBeacon, readMargin } from '../../adapters/chain/raffle.ts'
import type { Rpc } from '../../adapters/chain/rpc.ts'
import type { BeaconNetwork } from '../../core/beacon/network.ts'
import type { VerifiedRound } from '../../core/beacon/signature.ts'
import type { Deployment } from '../../core/deployment.ts'
import type { Sql } from '../../db/client.ts'
import { keepBeacon, keepRound, missingRounds } from '../../db/raffles/beacon.ts'

export type BeaconOptions = { sql: Sql; rpc: Rpc; deployment: Deployment; urls: readonly string[] }

/** After a failure of `keepUp`: nobody waits for it but pages. */
const PAUSE_MS = 30_000

/** The beacon that decides, as the contracts trust it. */
export type Beacon = {
  /** A round, verified and kept. @throws Retryable `beacon.*`, `chain.*`; Final `beacon.other-network` */
  round: (round: bigint) => Promise<VerifiedRound>
  /** Sees to it that pages know the beacon, and the rounds of raffles that others drew. Throws likewise. */
  keepUp: () => Promise<void>
  /** Which round is out when: of the network that the contracts trust. Throws likewise. */
  clock: () => Promise<Pick<BeaconNetwork, 'genesis' | 'period'>>
}

async function learn({ sql, rpc, deployment, urls }: BeaconOptions): Promise<BeaconNetwork> {
  const [facts, margin] = await Promise.all([readBeacon(rpc, deployment), readMargin(rpc, deployment)])
  const network = await trustedNetwork(urls, facts)
  await keepBeacon(sql, deployment.raffle, { ...network, margin })
  return network
}

/** Opens the beacon; it is asked for the first time when it is needed. */
export function openBeacon(options: BeaconOptions): Beacon {
  const { sql, urls } = options
  let known: BeaconNetwork | undefined
  const network = async () => {
    known ??= await learn(options)
    return known
  }
  const round = async (number: bigint) => {
    const trusted = await network()
    const found = await fetchRound({ urls, network: trusted }, number)
    const { chainHash } = trusted
    await keepRound(sql, { chainHash, round: number, signature: found.compressed })
    return found
  }
  let notBefore = 0
  const keepUp = async () => {
    if (Date.now() < notBefore) return
    notBefore = Date.now() + PAUSE_MS
    const { chainHash } = await network()
    for (const missing of await missingRounds(sql, chainHash)) await round(missing)
    notBefore = 0
  }
  const clock = async () => {
    const { genesis, period } = await network()
    return { genesis, period }
  }
  return { round, keepUp, clock }
}
