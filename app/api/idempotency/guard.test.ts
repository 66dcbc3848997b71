import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../../scripts/engines/ports.ts'
import { ask, problemOf, register } from '../../../test/support/http.ts'
import { openJar, registerInBrowser } from '../../../test/support/jar.ts'
import { addCatalog } from '../../../test/support/members.ts'
import { siweProof } from '../../../test/support/signed-for.ts'
import { newAccount } from '../../../test/support/siwe.ts'
import { startTestWeb, type TestWeb } from '../../../test/support/web.ts'
import { startWeb } from '../../http/web.ts'

let web: TestWeb
let report: { sneaker_id: string; store_id: string; size: string }
beforeAll(async () => {
  web = await startTestWeb()
  const { sneakerId, storeId } = await addCatalog(web.db.app)
  report = { sneaker_id: sneakerId, store_id: storeId, size: '10' }
})
afterAll(() => web.close())

type Post = { key?: string; body: unknown; token?: string; origin?: string }

function post(path: string, { key, body, token, origin = web.origin }: Post): Promise<Response> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
  return ask(`${origin}/api${path}`, { body, token, headers })
}

const password = 'seven green lamps at dawn'
const newcomer = (username: string) => ({ username, email: `${username}@example.test`, password })
const rows = () => web.db.app<{ answer: Buffer | null }[]>`select * from app.idempotency`

test('the same POST with the same key runs once and is answered the same, byte for byte', async () => {
  const { token } = await register(web.origin, 'once')
  const asked = { key: randomUUID(), body: report, token }
  const [first, again] = [await post('/restocks', asked), await post('/restocks', asked)]
  expect([first.status, again.status]).toEqual([201, 201])
  expect(await again.text()).toBe(await first.text())
  expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'))
  expect(first.headers.get('idempotency-replayed')).toBeNull()
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect((await post('/restocks', { body: report, token })).status).toBe(409)
})

test('another body, or another address, under the same key is refused', async () => {
  const key = randomUUID()
  const { token } = await register(web.origin, 'differs')
  const size = { ...report, size: '11' }
  const { id } = await (await post('/restocks', { key, body: size, token })).json()
  const other = await problemOf(await post('/restocks', { key, body: { ...size, size: '12' }, token }))
  expect(other).toMatchObject({ status: 422, code: 'idempotency.other-request' })
  expect((await post(`/restocks/${id}/confirm`, { key, body: {}, token })).status).toBe(422)
  const asked = await problemOf(await post('/restocks?again', { key, body: size, token }))
  expect(asked.code).toBe('idempotency.other-request')
})

test('a refusal is repeated too', async () => {
  await register(web.origin, 'held')
  const asked = { key: randomUUID(), body: newcomer('held') }
  const first = await problemOf(await post('/users/register', asked))
  const again = await problemOf(await post('/users/register', asked))
  expect(first.code).toBe('member.username-taken')
  expect(again).toEqual(first)
})

test('a key of one caller says nothing to another', async () => {
  const [a, b] = [await register(web.origin, 'caller_a'), await register(web.origin, 'caller_b')]
  const key = randomUUID()
  const first = await post('/restocks', { key, body: { ...report, size: '7' }, token: a.token })
  const other = await post('/restocks', { key, body: { ...report, size: '8' }, token: b.token })
  expect([first.status, other.status]).toEqual([201, 201])
})

test('a repeated registration gives the browser its cookies again', async () => {
  const first = openJar(web.origin)
  const asked = { body: newcomer('cookies'), headers: { 'idempotency-key': randomUUID() } }
  expect((await first.ask('/users/register', asked)).status).toBe(201)
  const second = openJar(web.origin)
  expect((await second.ask('/users/register', asked)).status).toBe(201)
  expect([...second.cookies]).toEqual([...first.cookies])
  expect((await second.ask('/me')).status).toBe(200)
})

test('a repeated exchange of a refresh token gives the same new tokens, and the session lives', async () => {
  const { refresh } = await register(web.origin, 'refresher')
  const asked = { key: randomUUID(), body: { refresh_token: refresh } }
  const first = await (await post('/auth/refresh', asked)).json()
  const again = await (await post('/auth/refresh', asked)).json()
  expect(again).toEqual(first)
  expect((await ask(`${web.origin}/api/me`, { token: again.token })).status).toBe(200)
})

test('two browsers at one address that renew under one key get their own tokens, each the same ones again', async () => {
  const headers = { 'idempotency-key': randomUUID() }
  const renew = async (username: string) => {
    const jar = await registerInBrowser(web.origin, username)
    jar.cookies.delete('snpd')
    const before = new Map(jar.cookies)
    const answers = [await jar.ask('/auth/refresh', { body: {}, headers })]
    const given = new Map(jar.cookies)
    // As if the answer had been lost on the way.
    jar.cookies.delete('snpd')
    for (const [name, value] of before) jar.cookies.set(name, value)
    answers.push(await jar.ask('/auth/refresh', { body: {}, headers }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect([...jar.cookies].sort()).toEqual([...given].sort())
    return (await jar.ask('/me')).json()
  }
  expect(await renew('tab_a')).toMatchObject({ username: 'tab_a' })
  expect(await renew('tab_b')).toMatchObject({ username: 'tab_b' })
})

test('neither key nor answer nor body can be read in the table', async () => {
  const key = randomUUID()
  const response = await post('/users/register', { key, body: newcomer('unread') })
  const { token } = await response.json()
  const dump = (await rows()).map((row) =>
    JSON.stringify(row, (_, v) => (v?.type === 'Buffer' ? Buffer.from(v.data).toString('latin1') : v)),
  )
  for (const secret of [key, token.slice(-40), 'unread@example.test', password])
    expect(dump.join('\n')).not.toContain(secret)
})

test('an answer that was tampered with is not passed on', async () => {
  const { token } = await register(web.origin, 'tampered')
  const asked = { key: randomUUID(), body: { ...report, size: '5' }, token }
  await post('/restocks', asked)
  await web.db
    .app`update app.idempotency set answer = set_byte(answer, 20, get_byte(answer, 20) # 1) where answer is not null`
  expect(await problemOf(await post('/restocks', asked))).toMatchObject({
    status: 409,
    code: 'idempotency.unreadable',
  })
})

test('a key is one word of visible ASCII', async () => {
  for (const key of ['', 'two words', 'x'.repeat(256)])
    expect((await problemOf(await post('/auth/nonce', { key, body: {} }))).code).toBe('input.invalid')
  for (const key of ['1', '"8e03978e-40d5-43dd-bc93-6894a57f9324"', 'x'.repeat(255)])
    expect((await post('/auth/nonce', { key, body: {} })).status).toBe(200)
})

test('a request that may be heard later is not kept: the same key works after signing in', async () => {
  const key = randomUUID()
  const body = { ...report, size: '9' }
  expect((await post('/restocks', { key, body })).status).toBe(401)
  expect((await post('/restocks', { key, body })).status).toBe(401)
  const login = { key, body: { login: 'late', password } }
  expect((await post('/users/login', login)).status).toBe(401)
  const { token } = await register(web.origin, 'late')
  expect((await post('/restocks', { key, body, token })).status).toBe(201)
  expect((await post('/users/login', login)).status).toBe(200)
})

/** A second web process over the same database. */
async function neighbour(now: () => Date, hashing = web.api.hashing) {
  const port = await freePort()
  const api = { ...web.api, now, hashing }
  const stop = await startWeb({ api, port, development: false })
  return { origin: `http://127.0.0.1:${port}`, stop }
}

test('a failure of ours is not kept: the same key tries again', async () => {
  const broken = await neighbour(
    () => new Date(),
    () => Promise.reject(new Error('no memory')),
  )
  const asked = { key: randomUUID(), body: newcomer('retried') }
  const failed = await post('/users/register', { ...asked, origin: broken.origin })
  await broken.stop()
  expect(failed.status).toBe(500)
  expect((await post('/users/register', asked)).status).toBe(201)
})

test('while the first runs the second is told to wait; if the first never ends, its claim does', async () => {
  const { promise: inside, resolve: entered } = Promise.withResolvers<void>()
  const hanging = await neighbour(
    () => new Date(),
    () => {
      entered()
      return new Promise(() => undefined)
    },
  )
  const asked = { key: randomUUID(), body: newcomer('crashed') }
  const lost = post('/users/register', { ...asked, origin: hanging.origin }).catch(() => undefined)
  await inside
  const waiting = await post('/users/register', asked)
  expect(waiting.headers.get('retry-after')).toBe('1')
  expect(await problemOf(waiting)).toMatchObject({ status: 409, code: 'idempotency.in-flight' })
  const later = await neighbour(() => new Date(Date.now() + 61_000))
  const other = await post('/users/register', { ...asked, body: newcomer('other'), origin: later.origin })
  expect(other.status).toBe(422)
  const after = await post('/users/register', { ...asked, origin: later.origin })
  expect(after.status).toBe(201)
  await Promise.all([hanging.stop(), later.stop(), lost])
})

test('after a day the key is free, and the old answer is gone', async () => {
  const key = randomUUID()
  await post('/auth/nonce', { key, body: {} })
  const before = (await rows()).length
  const tomorrow = await neighbour(() => new Date(Date.now() + 25 * 3_600_000))
  const response = await post('/auth/nonce', { key, body: {}, origin: tomorrow.origin })
  await tomorrow.stop()
  expect(response.headers.get('idempotency-replayed')).toBeNull()
  expect(before).toBeGreaterThan(1)
  expect(await rows()).toHaveLength(1)
})

test('what only wanted a fresh proof is heard with the same key once there is one', async () => {
  const { token, id } = await register(web.origin, 'stale')
  await web.db.app`update app.session set created_at = now() - interval '1 hour' where member_id = ${id}`
  const asked = { key: randomUUID(), body: await siweProof(web.origin, newAccount(), 'link'), token }
  expect((await problemOf(await post('/me/wallets', asked))).code).toBe('auth.confirm')
  expect((await post('/me/confirm', { body: { password }, token })).status).toBe(200)
  expect((await post('/me/wallets', asked)).status).toBe(201)
})
