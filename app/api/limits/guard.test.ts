import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask, problemOf, register } from '../../../test/support/http.ts'
import { startTestWeb, type TestWeb } from '../../../test/support/web.ts'
import { ruleFor } from './rules.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const nonce = (request: Ask = {}) => ask(`${web.origin}/api/auth/nonce`, { body: {}, ...request })
const from = (address: string): Ask => ({ headers: { 'x-forwarded-for': address } })

/** Asks as often as the rule lets one, then once more. */
async function tooOften(request: Ask, asking = nonce): Promise<Response> {
  const { points } = ruleFor('POST /api/auth/nonce')
  for (let asked = 0; asked < points; asked += 20)
    await Promise.all(Array.from({ length: 20 }, () => asking(request)))
  return asking(request)
}

/** Of a route that counts members; what it answers below the limit is 422, and 401 to a stranger. */
const report = (request: Ask = {}) => ask(`${web.origin}/api/restocks`, { body: {}, ...request })

test('above its limit a caller is told when to come back; other callers and other routes are free', async () => {
  const refused = await tooOften(from('203.0.113.1'))
  const seconds = Number(refused.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
  expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'limit.reached' })
  expect((await nonce(from('203.0.113.2'))).status).toBe(200)
  expect((await ask(`${web.origin}/api/drops`, from('203.0.113.1'))).status).toBe(200)
})

test('a /64 of IPv6 is one caller, whatever address of it asks', async () => {
  await tooOften(from('2001:db8:0:1::1'))
  expect((await nonce(from('2001:db8:0:1:ffff::2'))).status).toBe(429)
  expect((await nonce(from('2001:db8:0:2::1'))).status).toBe(200)
})

test('a member counts as oneself wherever one is, and not for those at the same address', async () => {
  const { token, cookie } = await register(web.origin, 'eager')
  const there = from('203.0.113.3')
  expect((await tooOften({ ...there, token }, report)).status).toBe(429)
  const elsewhere = { headers: { ...from('203.0.113.4').headers, cookie, origin: web.origin } }
  expect((await report(elsewhere)).status).toBe(429)
  expect((await report(there)).status).toBe(401)
})

test('signing in and registering count for the network: a new account brings no new count along', async () => {
  const there = from('203.0.113.6')
  await tooOften(there)
  const { token } = await register(web.origin, 'another')
  expect((await nonce({ ...there, token })).status).toBe(429)
  const counted = ['nonce', 'verify'].map((path) => ruleFor(`POST /api/auth/${path}`))
  const accounts = ['login', 'register'].map((path) => ruleFor(`POST /api/users/${path}`))
  expect([...counted, ...accounts].filter(({ byNetwork }) => !byNetwork)).toEqual([])
})

test('a token that is not ours does not make another caller', async () => {
  await tooOften(from('203.0.113.5'))
  expect((await nonce({ ...from('203.0.113.5'), token: 'made-up' })).status).toBe(429)
})

test('what stands in the table names no more than caller, route and count', async () => {
  const rows = await web.db.app<{ key: string }[]>`select * from app.rate_limit where key like '%203.0.113.2'`
  expect(rows).toEqual([
    { key: 'sign-in:POST /api/auth/nonce|network:203.0.113.2', points: 1, expire: expect.anything() },
  ])
})
