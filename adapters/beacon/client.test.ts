import type { RequestListener } from 'node:http'
import { sha256 } from 'viem'
import { afterAll, describe, expect, test } from 'vitest'
import { signRound } from '../../core/beacon/local.ts'
import { type BeaconNetwork, quicknet } from '../../core/beacon/network.ts'
import { isSnpdError, Retryable } from '../../core/errors.ts'
import { recorded, serve, serveLocal, serveRecorded } from '../../test/support/beacon.ts'
import { fetchNetwork, fetchRound } from './client.ts'

const [local, real] = await Promise.all([serveLocal(), serveRecorded()])
afterAll(async () => void (await Promise.all([local.close(), real.close()])))

/** The code and words of the error that a fetch ends with; it must be one that is tried again. */
async function failure(fetching: Promise<unknown>): Promise<string> {
  const error = await fetching.then(
    () => new Error('it was believed'),
    (error: Error) => error,
  )
  return isSnpdError(error) && error instanceof Retryable ? `${error.code}: ${error.message}` : String(error)
}

/** Asks a server that answers so for round 7 of the local network. */
async function askOf(listener: RequestListener, timeoutMs = 20_000): Promise<string> {
  const server = await serve(listener)
  const asked = fetchRound({ urls: [server.url], network: local.network, timeoutMs }, 7n)
  return failure(asked).finally(server.close)
}

const json =
  (body: unknown): RequestListener =>
  (_, response) =>
    void response.end(JSON.stringify(body))

describe.each([
  {
    name: 'the local beacon',
    source: { urls: [local.url], network: local.network },
    rounds: [1n, 50n, 100n],
  },
  {
    name: 'a server of recorded quicknet',
    source: { urls: [real.url], network: quicknet },
    rounds: recorded.rounds.map(({ round }) => BigInt(round)),
  },
])('over $name', ({ source, rounds }) => {
  test('its rounds are fetched, verified and opened', async () => {
    for (const number of rounds) {
      const { round, randomness, uncompressed } = await fetchRound(source, number)
      expect(round).toBe(number)
      expect(randomness).toMatch(/^0x[0-9a-f]{64}$/)
      expect(uncompressed).toMatch(/^0x[0-9a-f]{192}$/)
    }
  })

  test('its network is learned whole', async () => {
    expect(await fetchNetwork(source.urls)).toEqual(source.network)
  })

  test('a round that nobody published yet is not yet there', async () => {
    const future: BeaconNetwork = { ...source.network, genesis: Math.floor(Date.now() / 1000) }
    expect(await failure(fetchRound({ ...source, network: future }, 1_000_000_000n))).toMatch(
      /^beacon\.not-yet: Round 1000000000/,
    )
  })
})

test('the recorded rounds come with the randomness that drand published', async () => {
  for (const { round, rnd } of recorded.rounds.filter(({ rnd }) => rnd !== null)) {
    const { randomness } = await fetchRound({ urls: [real.url], network: quicknet }, BigInt(round))
    expect(randomness).toBe(`0x${rnd}`)
  }
})

describe('a server that lies', () => {
  const honest = signRound(local.key, 7n)

  test('the honest answer would have been taken', async () => {
    expect(await askOf(json(honest))).toMatch(/it was believed/)
  })

  test.each([
    ['another round’s signature', { ...signRound(local.key, 8n), round: 7 }, /pairing does not hold/],
    ['another round', signRound(local.key, 8n), /answers with round 8/],
    ['another network’s signature', signRound(`0x${'77'.repeat(32)}`, 7n), /pairing does not hold/],
    ['another randomness', { ...honest, randomness: '00'.repeat(32) }, /not the hash of its signature/],
    [
      'no point',
      { ...honest, signature: 'ff'.repeat(48), randomness: sha256(`0x${'ff'.repeat(48)}`).slice(2) },
      /no point/,
    ],
    ['no signature', { round: 7, randomness: honest.randomness }, /not as drand answers/],
    ['a shorter signature', { ...honest, signature: honest.signature.slice(2) }, /not as drand answers/],
    ['nothing', null, /not as drand answers/],
  ])('with %s is found out', async (_, answer, words) => {
    const error = await askOf(json(answer))
    expect(error).toMatch(/^beacon\.bad-answer/)
    expect(error).toMatch(words)
  })

  test('about its network is found out', async () => {
    const info = await (await fetch(`${local.url}/info`)).json()
    const server = await serve(json({ ...info, genesis_time: 5 }))
    expect(await failure(fetchNetwork([server.url]))).toMatch(
      /^beacon\.bad-answer.*do not give its chain hash/,
    )
    await server.close()
  })
})

describe('a server that is no help', () => {
  test('absent', async () => {
    const server = await serve(json({}))
    await server.close()
    const asked = fetchRound({ urls: [server.url], network: local.network }, 7n)
    expect(await failure(asked)).toMatch(/^beacon\.unreachable.*ECONNREFUSED/)
  })

  test('slow, in its headers or in its body', async () => {
    expect(await askOf(() => undefined, 300)).toMatch(/^beacon\.unreachable.*no whole answer within 300 ms/)
    expect(await askOf((_, response) => void response.write('{"round":'), 300)).toMatch(
      /^beacon\.unreachable.*no whole answer within 300 ms/,
    )
  })

  test('truncated, by the connection or in its text', async () => {
    const text = JSON.stringify(signRound(local.key, 7n))
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-length': text.length }).write(text.slice(0, 40))
      setTimeout(() => response.destroy(), 20)
    }
    expect(await askOf(cut)).toMatch(/^beacon\.unreachable/)
    expect(await askOf((_, response) => void response.end(text.slice(0, 40)))).toMatch(
      /^beacon\.bad-answer.*not JSON/,
    )
  })

  test('endless', async () => {
    const endless: RequestListener = (_, response) => void response.write('x'.repeat(50_000))
    expect(await askOf(endless)).toMatch(/^beacon\.bad-answer.*above 10000 bytes/)
  })

  test('failing, with its status', async () => {
    expect(await askOf((_, response) => void response.writeHead(502).end())).toMatch(
      /^beacon\.unreachable.*HTTP status 502/,
    )
  })

  test('of another network: it does not have the round, and that is not "not yet"', async () => {
    const asked = fetchRound({ urls: [local.url], network: quicknet }, 1n)
    expect(await failure(asked)).toMatch(/^beacon\.unreachable.*404.*another network/)
  })
})

test('the next server is asked when one is absent, lies or lags', async () => {
  const liar = await serve(json(signRound(local.key, 8n)))
  const laggard = await serve((_, response) => void response.writeHead(425).end())
  const gone = await serve(json({}))
  await gone.close()
  const urls = [gone.url, liar.url, laggard.url, local.url]
  expect((await fetchRound({ urls, network: local.network }, 7n)).round).toBe(7n)
  const asked = fetchRound({ urls: urls.slice(0, 3), network: local.network }, 7n)
  expect(await failure(asked)).toMatch(/^beacon\.bad-answer.*ECONNREFUSED; .*round 8; .*425/)
  await Promise.all([liar.close(), laggard.close()])
})
