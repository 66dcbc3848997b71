import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sha256 } from 'viem'
import { z } from 'zod'
import { startBeacon } from '../../adapters/beacon/serve.ts'
import { localNetwork } from '../../core/beacon/local.ts'
import { quicknet, SCHEME } from '../../core/beacon/network.ts'

const shape = z.object({
  chainHash: z.string(),
  publicKey: z.string(),
  genesis: z.int(),
  period: z.int(),
  /** rnd: the randomness as drand published it, where the source had it. */
  rounds: z.array(z.object({ round: z.int(), sig: z.string(), rnd: z.string().nullable() })),
})

/** Real rounds of quicknet, as its servers gave them. */
export const recorded = shape.parse(
  JSON.parse(readFileSync(new URL('../fixtures/quicknet.json', import.meta.url), 'utf8')),
)

/** quicknet's round 1. */
export const QUICKNET_FIRST = recorded.rounds[0]?.sig ?? ''

/** An HTTP server on a free port. */
export async function serve(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

/** A server that knows the recorded rounds alone. */
export async function serveRecorded() {
  const answers = new Map<string, unknown>(
    recorded.rounds.map(({ round, sig }) => [
      `/${quicknet.chainHash}/public/${round}`,
      { round, randomness: sha256(`0x${sig}`).slice(2), signature: sig },
    ]),
  )
  answers.set('/info', {
    public_key: quicknet.publicKey,
    period: quicknet.period,
    genesis_time: quicknet.genesis,
    hash: quicknet.chainHash,
    groupHash: quicknet.groupHash,
    schemeID: SCHEME,
    metadata: { beaconID: quicknet.beaconId },
  })
  return serve((request, response) => {
    const answer = answers.get(request.url ?? '')
    response.writeHead(answer === undefined ? 404 : 200).end(answer && JSON.stringify(answer))
  })
}

/** The local beacon whose newest round is 100, under a key of its own. */
export async function serveLocal() {
  const [key, genesis] = [`0x${'c3'.repeat(32)}`, 1_000_000] as const
  const now = () => genesis + 99 * 3 + 2
  const server = await startBeacon({ port: 0, key, genesis, now })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const { address, port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return { url, address, close, network: localNetwork(key, genesis), key, genesis }
}
