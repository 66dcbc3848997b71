import { sha256 } from 'viem'
import type { z } from 'zod'
import { infoShape, roundShape } from '../../core/beacon/api.ts'
import { type BeaconNetwork, chainHashOf } from '../../core/beacon/network.ts'
import { timeOf } from '../../core/beacon/rounds.ts'
import { type VerifiedRound, verifyRound } from '../../core/beacon/signature.ts'
import { Final, Retryable } from '../../core/errors.ts'
import { issueOf } from '../../core/issue.ts'
import { type FetchOptions, fetchJson, Refusal } from './fetch.ts'

export type BeaconSource = FetchOptions & {
  /** Base URLs of the network's servers, tried in turn. */
  urls: readonly string[]
  network: BeaconNetwork
}

type Failure = { origin: string; refusal: Refusal }

/** A round this much overdue, in seconds, is missing, not late: servers need a moment, clocks differ. */
const GRACE = 30

function inShape<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal('lied', `it is not as drand answers: ${issueOf(parsed.error)}`)
}

/** The first server's answer that can be used; else what is wrong with each. */
async function firstOf<T>(urls: readonly string[], ask: (base: string) => Promise<T>) {
  const failures: Failure[] = []
  for (const base of urls) {
    try {
      return { answer: await ask(base), failures }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failures.push({ origin: new URL(base).origin, refusal: error })
    }
  }
  return { failures }
}

function unusable(what: string, failures: Failure[]): Retryable {
  const lied = failures.some(({ refusal }) => refusal.kind === 'lied')
  const reasons = failures.map(({ origin, refusal }) => `${origin}: ${refusal.message}`)
  return new Retryable({
    code: lied ? 'beacon.bad-answer' : 'beacon.unreachable',
    message: `No server of the beacon gave ${what} (${reasons.join('; ')}).`,
    fix: 'Check BEACON_URL: base URLs of servers of the drand network that the contracts were deployed with.',
  })
}

function notYet(network: BeaconNetwork, round: bigint): Retryable {
  return new Retryable({
    code: 'beacon.not-yet',
    message: `Round ${round} of the beacon is not published yet.`,
    fix: `Ask again at ${new Date(timeOf(network, round) * 1000).toISOString()}.`,
  })
}

/** What one server says of a round; believed because it verifies. */
async function askRound(base: string, { network, ...options }: BeaconSource, round: bigint) {
  const json = await fetchJson(`${base}/${network.chainHash}/public/${round}`, options)
  const answer = inShape(roundShape, json)
  if (BigInt(answer.round) !== round) throw new Refusal('lied', `it answers with round ${answer.round}`)
  if (sha256(`0x${answer.signature}`) !== `0x${answer.randomness}`)
    throw new Refusal('lied', 'its randomness is not the hash of its signature')
  try {
    return verifyRound(network, round, answer.signature)
  } catch (error) {
    throw error instanceof Final ? new Refusal('lied', error.message) : error
  }
}

/**
 * A round of the network, verified and ready for the chain.
 * @throws Retryable `beacon.not-yet` before its time, `beacon.unreachable` when no server has it, `beacon.bad-answer` when one
 * answered what cannot be true and none the truth
 */
export async function fetchRound(source: BeaconSource, round: bigint): Promise<VerifiedRound> {
  const { answer, failures } = await firstOf(source.urls, (base) => askRound(base, source, round))
  if (answer) return answer
  const overdue = Date.now() / 1000 - timeOf(source.network, round)
  const absent = failures.every(({ refusal }) => refusal.kind === 'absent')
  throw absent && overdue < GRACE ? notYet(source.network, round) : unusable(`round ${round}`, failures)
}

async function askInfo(base: string, options: FetchOptions): Promise<BeaconNetwork> {
  const info = inShape(infoShape, await fetchJson(`${base}/info`, options))
  const facts = {
    publicKey: info.public_key,
    genesis: info.genesis_time,
    period: info.period,
    groupHash: info.groupHash,
    beaconId: info.metadata.beaconID,
  }
  if (chainHashOf(facts) !== info.hash) throw new Refusal('lied', 'its facts do not give its chain hash')
  return { chainHash: info.hash, ...facts }
}

/**
 * The network that a server serves by default. Its facts hold together, but which network it is, it alone says:
 * compare it with the one wanted.
 * @throws Retryable `beacon.unreachable`, `beacon.bad-answer`
 */
export async function fetchNetwork(
  urls: readonly string[],
  options: FetchOptions = {},
): Promise<BeaconNetwork> {
  const { answer, failures } = await firstOf(urls, (base) => askInfo(base, options))
  if (answer) return answer
  throw unusable('its chain info', failures)
}
