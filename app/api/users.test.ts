import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, problemOf, register, signedIn } from '../../test/support/http.ts'
import { registerInBrowser } from '../../test/support/jar.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const password = 'seven green lamps at dawn'
const post = (path: string, body: unknown) => ask(`${web.origin}/api${path}`, { body })

test('a member registers, then signs in by email or name in any case', async () => {
  const { id } = await register(web.origin, 'Mia_01')
  for (const login of ['mia_01', 'MIA_01@example.test']) {
    const back = await signedIn(await post('/users/login', { login, password }))
    expect(back.id).toBe(id)
  }
})

test('the stored hash is argon2id with its parameters', async () => {
  const { id } = await register(web.origin, 'hashed')
  const [row] = await web.db.app<{ password_hash: string }[]>`
    select password_hash from app.member where id = ${id}`
  expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a wrong password and an unknown login get one answer', async () => {
  await register(web.origin, 'known')
  const wrong = await problemOf(await post('/users/login', { login: 'known', password: `${password}!` }))
  const unknown = await problemOf(await post('/users/login', { login: 'nobody', password }))
  const { request_id: _one, ...first } = wrong
  const { request_id: _two, ...second } = unknown
  expect(first).toEqual(second)
  expect(first).toMatchObject({ status: 401, code: 'auth.credentials' })
})

test('a taken name or email is a conflict', async () => {
  await register(web.origin, 'taken')
  const name = await post('/users/register', { username: 'TAKEN', email: 'x@example.test', password })
  expect(await problemOf(name)).toMatchObject({ status: 409, code: 'member.username-taken' })
  const email = await post('/users/register', { username: 'other', email: 'Taken@example.test', password })
  expect(await problemOf(email)).toMatchObject({ status: 409, code: 'member.email-taken' })
})

test('after ten failures a login is throttled, also for the right password, and others are not', async () => {
  await register(web.origin, 'target')
  const guess = (word: string) => post('/users/login', { login: 'target', password: word })
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => guess(`guess number ${index}`)))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(401))
  const refused = await guess(password)
  expect(refused.headers.get('retry-after')).toBe('900')
  expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'auth.throttled' })
  await register(web.origin, 'bystander')
  expect((await post('/users/login', { login: 'bystander', password })).status).toBe(200)
})

test('an address that failed a hundred times is throttled, by what the proxy saw and not by what the client says', async () => {
  await register(web.origin, 'proxied')
  await web.db
    .app`insert into app.login_attempt values ('address:203.0.113.9', 100, now() + interval '1 minute')`
  const from = (addresses: string) =>
    ask(`${web.origin}/api/users/login`, {
      body: { login: 'proxied', password },
      headers: { 'x-forwarded-for': addresses },
    })
  expect((await from('198.51.100.1, 203.0.113.9')).status).toBe(429)
  expect((await from('203.0.113.9, 198.51.100.1')).status).toBe(200)
})

test('whoever has a /64 of IPv6 has one address to guess from', async () => {
  await register(web.origin, 'six')
  await web.db
    .app`insert into app.login_attempt values ('address:2001:db8:0:9::/64', 100, now() + interval '1 minute')`
  const from = (address: string) =>
    ask(`${web.origin}/api/users/login`, {
      body: { login: 'six', password },
      headers: { 'x-forwarded-for': address },
    })
  expect((await from('2001:db8:0:9:1234::1')).status).toBe(429)
  expect((await from('2001:db8:0:a::1')).status).toBe(200)
})

test('signing in again ends the session that this browser had', async () => {
  const jar = await registerInBrowser(web.origin, 'twice')
  const old = { headers: { cookie: `snpd=${jar.cookies.get('snpd')}` } }
  expect((await ask(`${web.origin}/api/me`, old)).status).toBe(200)
  expect((await jar.ask('/users/login', { body: { login: 'twice', password } })).status).toBe(200)
  expect((await ask(`${web.origin}/api/me`, old)).status).toBe(401)
  expect((await jar.ask('/me')).status).toBe(200)
})

test('becoming another member in the same browser ends the session of the first', async () => {
  const jar = await registerInBrowser(web.origin, 'first_one')
  const old = { headers: { cookie: `snpd=${jar.cookies.get('snpd')}` } }
  const body = { username: 'second_one', email: 'second@example.test', password }
  expect((await jar.ask('/users/register', { body })).status).toBe(201)
  expect((await ask(`${web.origin}/api/me`, old)).status).toBe(401)
  expect(await (await jar.ask('/me')).json()).toMatchObject({ username: 'second_one' })
})

test('an unknown key is refused and named, and nothing is written', async () => {
  const body = { username: 'sneaky', email: 'sneaky@example.test', password, karma_balance: '1000' }
  const problem = await problemOf(await post('/users/register', body))
  expect(problem).toMatchObject({
    status: 422,
    errors: [{ path: 'karma_balance', message: 'unknown field' }],
  })
  expect(await web.db.app`select 1 from app.member where username = 'sneaky'`).toHaveLength(0)
})

test('oneself can be renamed and given an address, and nothing else', async () => {
  const { token } = await register(web.origin, 'mover')
  const patch = (body: unknown) => ask(`${web.origin}/api/me`, { method: 'PATCH', body, token })
  const address = { name: 'M', street: '1 Main', city: 'Troy', state: 'NY', zip_code: '12180', country: 'US' }
  const changed = await (await patch({ username: 'moved', shipping_address: address })).json()
  expect(changed).toMatchObject({ username: 'moved', shipping_address: address })
  const mass = await problemOf(await patch({ id: '00000000-0000-4000-8000-000000000000', role: 'admin' }))
  expect(mass.errors?.map(({ path }) => path).sort()).toEqual(['id', 'role'])
  await register(web.origin, 'occupied')
  expect((await problemOf(await patch({ username: 'Occupied' }))).code).toBe('member.username-taken')
})

test('a card number is refused wherever it stands, and does not come back', async () => {
  const { token } = await register(web.origin, 'spender')
  const number = '4111 1111 1111 1111'
  const address = {
    name: number,
    street: '1 Main',
    city: 'Troy',
    state: 'NY',
    zip_code: '12180',
    country: 'US',
  }
  for (const body of [{ shipping_address: address }, { username: '4111111111111111' }, { [number]: 1 }]) {
    const response = await ask(`${web.origin}/api/me`, { method: 'PATCH', body, token })
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ status: 422, code: 'input.card-number' })
    expect(JSON.stringify(problem)).not.toMatch(/4111/)
  }
})

test('a Bearer token that is not good is an error also where a stranger may read', async () => {
  expect((await ask(`${web.origin}/api/drops`)).status).toBe(200)
  expect((await ask(`${web.origin}/api/drops`, { token: 'made-up' })).status).toBe(401)
  const { cookie } = await register(web.origin, 'both_ways')
  const both = { headers: { cookie, authorization: 'Bearer made-up' } }
  expect((await ask(`${web.origin}/api/me`, both)).status).toBe(401)
})
