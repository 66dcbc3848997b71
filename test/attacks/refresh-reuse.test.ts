import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, problemOf, register } from '../support/http.ts'
import { openJar, registerInBrowser } from '../support/jar.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

// RFC 9700 §4.14: a refresh token is stolen; thief and member both try to use it.
let web: TestWeb
let skew = 0
beforeAll(async () => {
  web = await startTestWeb(() => ({ now: () => new Date(Date.now() + skew) }))
})
afterAll(() => web.close())

const exchange = (refresh_token: string) => ask(`${web.origin}/api/auth/refresh`, { body: { refresh_token } })
type Pair = { token: string; refresh_token: string }
const pair = async (response: Response) => (await response.json()) as Pair
const statusOf = async (token: string) => (await ask(`${web.origin}/api/me`, { token })).status
/** Past the time in which two tabs may race. */
async function afterTheRace<Result>(work: () => Promise<Result>): Promise<Result> {
  skew = 11_000
  return work().finally(() => {
    skew = 0
  })
}

test('the thief is first: when the member comes, the session ends for both, and its sockets', async () => {
  const { refresh } = await register(web.origin, 'robbed')
  const thief = await pair(await exchange(refresh))
  expect(await statusOf(thief.token)).toBe(200)
  const extraHeaders = { authorization: `Bearer ${thief.token}` }
  const socket = io(web.origin, { path: '/rt', transports: ['websocket'], reconnection: false, extraHeaders })
  await expect.poll(() => socket.connected).toBe(true)
  await afterTheRace(async () => {
    expect(await problemOf(await exchange(refresh))).toMatchObject({ status: 401, code: 'auth.reused' })
  })
  expect(await statusOf(thief.token)).toBe(401)
  expect((await problemOf(await exchange(thief.refresh_token))).code).toBe('auth.refresh')
  await expect.poll(() => socket.connected).toBe(false)
})

test('the member is first: when the thief comes, the session ends too', async () => {
  const { refresh } = await register(web.origin, 'lucky')
  const mine = await pair(await exchange(refresh))
  await afterTheRace(async () => expect((await problemOf(await exchange(refresh))).code).toBe('auth.reused'))
  expect(await statusOf(mine.token)).toBe(401)
})

test('within the time of a race an exchanged token gives nothing at all, and costs nobody the session', async () => {
  const { refresh } = await register(web.origin, 'two_tabs')
  const answers = await Promise.all(Array.from({ length: 5 }, () => exchange(refresh)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer.headers.getSetCookie()).toEqual([])
    const problem = await problemOf(answer)
    expect(problem.code).toBe('auth.raced')
    expect(JSON.stringify(problem)).not.toMatch(/eyJ|refresh_token"/)
  }
})

test('a token two exchanges old ends the session at once, race or not', async () => {
  const { refresh } = await register(web.origin, 'old_copy')
  const second = await pair(await exchange(refresh))
  const third = await pair(await exchange(second.refresh_token))
  expect((await problemOf(await exchange(refresh))).code).toBe('auth.reused')
  expect(await statusOf(third.token)).toBe(401)
})

test('a changed token and a guessed one are nothing, and leave the session alone', async () => {
  const { refresh, token } = await register(web.origin, 'guessed')
  const at = (index: number) =>
    `${refresh.slice(0, index)}${refresh[index] === 'A' ? 'B' : 'A'}${refresh.slice(index + 1)}`
  for (const guess of [at(30), at(2), refresh.slice(0, -1), `${refresh}A`, '', 'x', 'A'.repeat(107)])
    expect(await problemOf(await exchange(guess))).toMatchObject({ status: 401, code: 'auth.refresh' })
  expect(await statusOf(token)).toBe(200)
})

test("a browser's refused cookies are taken back, and its cookie counts for our own pages alone", async () => {
  const jar = await registerInBrowser(web.origin, 'cookie_jar')
  const stolen = jar.cookies.get('snpd-refresh') ?? ''
  const bare = { body: {}, headers: { cookie: `snpd-refresh=${stolen}` } }
  expect((await ask(`${web.origin}/api/auth/refresh`, bare)).status).toBe(403)
  expect((await jar.ask('/auth/refresh', { body: {} })).status).toBe(200)
  expect(jar.cookies.get('snpd-refresh')).not.toBe(stolen)
  const thief = openJar(web.origin)
  thief.cookies.set('snpd-refresh', stolen)
  await afterTheRace(() => thief.ask('/auth/refresh', { body: {} }))
  expect(thief.cookies.has('snpd-refresh')).toBe(false)
  expect((await jar.ask('/auth/refresh', { body: {} })).status).toBe(401)
  // The browser's own mark stays: it signs nobody in (ADR 021).
  expect([...jar.cookies.keys()]).toEqual(['snpd-device'])
  expect((await jar.ask('/drops')).status).toBe(200)
})

test('what the server keeps signs nobody in', async () => {
  const { refresh } = await register(web.origin, 'dumped')
  const rows = await web.db.app`select to_json(s)::text as row from app.session s`
  const dump = rows.map(({ row }) => row).join('\n')
  const bytes = Buffer.from(refresh, 'base64url')
  for (const part of [bytes.subarray(16, 48), bytes.subarray(48)])
    expect(dump).not.toContain(part.toString('hex'))
})
