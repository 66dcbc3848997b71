import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Hex } from 'viem'
import type { Info } from '../../core/beacon/api.ts'
import { localNetwork, signRound } from '../../core/beacon/local.ts'
import { type BeaconNetwork, SCHEME } from '../../core/beacon/network.ts'
import { roundAt } from '../../core/beacon/rounds.ts'

export type LocalBeacon = {
  port: number
  /** 32 bytes. Who knows it knows every round, so it is for tests and the local chain. */
  key: Hex
  /** Unix seconds of round 1. */
  genesis: number
  /** Unix seconds. */
  now?: () => number
}

type Reply = { status: number; body?: unknown; cache?: string }
type Source = { network: BeaconNetwork; sign: (round: bigint) => unknown; latest: () => bigint }

const FOREVER = 'public, max-age=604800, immutable'
const LAST_ROUND = 2n ** 64n - 1n
const notFound: Reply = { status: 404, cache: 'must-revalidate, no-cache, max-age=0' }

function infoOf({ publicKey, period, genesis, chainHash, groupHash, beaconId }: BeaconNetwork): Info {
  return {
    public_key: publicKey,
    period,
    genesis_time: genesis,
    hash: chainHash,
    groupHash,
    schemeID: SCHEME,
    metadata: { beaconID: beaconId },
  }
}

/** drand answers 400 to what is no uint64, 404 to a round that is not published yet. Its round 0 means "latest"; ours is not found. */
function publicRound({ sign, latest }: Source, text: string): Reply {
  const newest = latest()
  if (text === 'latest') return newest === 0n ? notFound : { status: 200, body: sign(newest) }
  if (!/^[0-9]{1,20}$/.test(text) || BigInt(text) > LAST_ROUND) return { status: 400 }
  const round = BigInt(text)
  if (round === 0n || round > newest) return notFound
  return { status: 200, body: sign(round), cache: FOREVER }
}

function answer(source: Source, method: string, path: string): Reply {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405 }
  const { chainHash } = source.network
  if (path === '/chains') return { status: 200, body: [chainHash] }
  const [, prefix, rest] = /^(?:\/([^/]+))?(\/info|\/public\/[^/]+)$/.exec(path) ?? []
  if (rest === undefined) return notFound
  if (prefix !== undefined && !/^([0-9a-f]{2})+$/i.test(prefix)) return { status: 400 }
  if (prefix !== undefined && prefix.toLowerCase() !== chainHash) return notFound
  if (rest === '/info') return { status: 200, body: infoOf(source.network), cache: FOREVER }
  return publicRound(source, rest.slice('/public/'.length))
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, cache }: Reply): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'cache-control': cache ?? 'no-cache',
  })
  response.end(body === undefined || request.method === 'HEAD' ? undefined : JSON.stringify(body))
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

/**
 * A drand beacon of one key on 127.0.0.1, over drand's HTTP API; resolves when it listens.
 * The same key and genesis always give the same rounds. Source: drand `handler/http/server.go`.
 */
export async function startBeacon({ port, key, genesis, now = unixSeconds }: LocalBeacon): Promise<Server> {
  const network = localNetwork(key, genesis)
  const source: Source = {
    network,
    sign: (round) => signRound(key, round),
    latest: () => roundAt(network, now()),
  }
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    send(request, response, answer(source, request.method ?? 'GET', path))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, resolve)
  })
  return server
}
