import { fetchRound } from '../../adapters/beacon/client.ts'
import { trustedNetwork } from '../../adapters/beacon/trusted.ts'
import {
  type BeaconFacts,
  countRaffles,
  type RaffleStory,
  readBeacon,
  readStory,
  readTold,
} from '../../adapters/chain/raffle.ts'
import { chainId, openRpc, type Rpc } from '../../adapters/chain/rpc.ts'
import { type BeaconNetwork, quicknet } from '../../core/beacon/network.ts'
import { timeOf } from '../../core/beacon/rounds.ts'
import type { Deployment } from '../../core/deployment.ts'
import { Final } from '../../core/errors.ts'
import { checkDraw, type Verdict } from '../../core/raffle/check.ts'
import { DRAW_WINDOW } from '../../core/raffle/limits.ts'

export type VerifyOptions = {
  rpcUrl: string
  deployment: Deployment
  /** Base URLs of the beacon's servers, tried in turn. */
  beaconUrls: readonly string[]
  id: bigint
}
/** `network`: whose `round` decided. */
export type Verified = Verdict & { network: BeaconNetwork; round: bigint }
type DrawnStory = Required<Pick<RaffleStory, 'created' | 'entered' | 'drawn'>>

const utc = (seconds: number) => new Date(seconds * 1000).toISOString()

async function requireChain(rpc: Rpc, { chain_id }: Deployment): Promise<void> {
  const id = await chainId(rpc)
  if (id === chain_id) return
  throw new Final({
    code: 'chain.wrong-id',
    message: `The node at ${rpc.origin} is on chain ${id}, and the contracts are on chain ${chain_id}.`,
    fix: 'Point RPC_URL at that chain, or DEPLOYMENT at the file for this one.',
  })
}

async function unknownRaffle(rpc: Rpc, { deployment, id }: VerifyOptions): Promise<Final> {
  const count = await countRaffles(rpc, deployment)
  const range = count === 0n ? 'there is none yet' : `they are numbered 1 to ${count}`
  return new Final({ code: 'raffle.not-found', message: `There is no raffle ${id}: ${range}.` })
}

function notDrawn(id: bigint, { round, closesAt }: DrawnStory['created'], clock: BeaconFacts): Final {
  const published = utc(timeOf(clock, round))
  return new Final({
    code: 'raffle.not-drawn',
    message: `Raffle ${id} is not drawn yet: entries close at ${utc(closesAt)}, and the beacon's round ${round}, which decides it, is published at ${published}.`,
    fix: `From then on anyone may draw it, until ${utc(closesAt + DRAW_WINDOW)}.`,
  })
}

function calledOff(id: bigint, ended: 'Cancelled' | 'Expired'): Final {
  const how =
    ended === 'Cancelled' ? 'was cancelled before it closed' : 'expired because nobody drew it in time'
  return new Final({
    code: 'raffle.called-off',
    message: `Raffle ${id} ${how}: nothing was drawn, and its entries can be refunded.`,
  })
}

async function drawnStory(rpc: Rpc, options: VerifyOptions, clock: BeaconFacts): Promise<DrawnStory> {
  const { deployment, id } = options
  const { created, drawn, ended, entered } = await readStory(rpc, deployment, id)
  if (!created) throw await unknownRaffle(rpc, options)
  if (ended) throw calledOff(id, ended)
  if (!drawn) throw notDrawn(id, created, clock)
  return { created, drawn, entered }
}

/**
 * Draws a raffle again from the chain's data and the beacon alone, and compares.
 * @throws Final `raffle.not-found`, `raffle.not-drawn`, `raffle.called-off`, `chain.wrong-id`, `chain.no-contracts`,
 * `beacon.other-network`; Retryable `chain.*`, `beacon.*`
 */
export async function verifyRaffle(options: VerifyOptions): Promise<Verified> {
  const { deployment, id, beaconUrls } = options
  const rpc = openRpc(options.rpcUrl)
  await requireChain(rpc, deployment)
  const clock = await readBeacon(rpc, deployment)
  const story = await drawnStory(rpc, options, clock)
  const told = await readTold(rpc, deployment, id)
  const network = await trustedNetwork(beaconUrls, clock)
  const { randomness } = await fetchRound({ urls: beaconUrls, network }, story.created.round)
  const { chain_id, raffle } = deployment
  const verdict = checkDraw({ ...story, chainId: chain_id, raffle, id, clock, told }, randomness)
  return { ...verdict, network, round: story.created.round }
}

/** A beacon of the operator's own passes every check, and its outcomes can be known before entries close. */
function deciderLine({ network, round }: Verified): string {
  if (network === quicknet) return `Round ${round} of drand's public network decided.`
  return `Round ${round} of beacon ${network.chainHash} decided, which is NOT drand's public network: who has its key knew the outcome.`
}

/** What a person reads: the winners, or what does not fit; and whose word decided. */
export function report(id: bigint, verified: Verified): string[] {
  const { winners, differences } = verified
  if (differences.length > 0)
    return [
      `Raffle ${id} does NOT check out:`,
      ...differences.map((each) => `  ${each}`),
      deciderLine(verified),
    ]
  const lines = winners.map(
    ({ place, ticket, member }) => `  ${String(place + 1).padStart(3)}. ticket ${ticket}  ${member}`,
  )
  const head =
    winners.length === 0 ? 'nobody entered, nobody won.' : 'the chain has the winners that the beacon gives:'
  return [`Raffle ${id} checks out: ${head}`, ...lines, deciderLine(verified)]
}
