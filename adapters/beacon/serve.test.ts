import { sha256 } from 'viem'
import { afterAll, expect, test } from 'vitest'
import { infoShape, roundShape } from '../../core/beacon/api.ts'
import { chainHashOf } from '../../core/beacon/network.ts'
import { verifyRound } from '../../core/beacon/signature.ts'
import { serveLocal } from '../../test/support/beacon.ts'

const { url, address, close, network } = await serveLocal()
afterAll(close)

const get = async (path: string) => fetch(url + path)
const statuses = async (paths: string[]) => Promise.all(paths.map(async (path) => (await get(path)).status))

test('nobody on another machine is served', () => {
  expect(address).toBe('127.0.0.1')
})

test('info describes the network and its hash is that of its facts', async () => {
  const response = await get('/info')
  const info = infoShape.parse(await response.json())
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(info).toMatchObject({ public_key: network.publicKey, period: 3, hash: chainHashOf(network) })
  expect(await (await get(`/${network.chainHash}/info`)).json()).toEqual(info)
  expect(await (await get('/chains')).json()).toEqual([network.chainHash])
})

test('every published round verifies, and never changes', async () => {
  for (const number of [1, 2, 57, 100]) {
    const round = roundShape.parse(await (await get(`/public/${number}`)).json())
    expect(round.round).toBe(number)
    expect(round.randomness).toBe(sha256(`0x${round.signature}`).slice(2))
    expect(verifyRound(network, BigInt(number), round.signature).randomness).toBe(`0x${round.randomness}`)
    expect(await (await get(`/${network.chainHash}/public/${number}`)).json()).toEqual(round)
  }
})

test('latest is the newest published round, and the next one is not to be had', async () => {
  expect(await (await get('/public/latest')).json()).toMatchObject({ round: 100 })
  expect(await statuses(['/public/100', '/public/101', '/public/18446744073709551615'])).toEqual([
    200, 404, 404,
  ])
})

test('what is no round is a bad request, as at drand; another network and other paths are not found', async () => {
  const bad = ['/public/x', '/public/-1', '/public/1.5', '/public/18446744073709551616', '/nothex/public/1']
  expect(await statuses(bad)).toEqual([400, 400, 400, 400, 400])
  const absent = [
    '/',
    '/public/0',
    '/public',
    `/${'ab'.repeat(32)}/public/1`,
    `/${'ab'.repeat(32)}/info`,
    '/info/x',
  ]
  expect(await statuses(absent)).toEqual([404, 404, 404, 404, 404, 404])
})

test('it is read only, and any page may read it', async () => {
  const post = await fetch(`${url}/public/1`, { method: 'POST', body: '{}' })
  expect(post.status).toBe(405)
  expect((await get('/public/1')).headers.get('access-control-allow-origin')).toBe('*')
})
