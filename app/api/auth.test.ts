import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, problemOf, register, signedIn } from '../../test/support/http.ts'
import { CHAIN_ID, startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

type Nonce = { nonce: string; domain: string; chain_id: number; expires_at: string }
type Change = Partial<Parameters<typeof createSiweMessage>[0]>

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(`${web.origin}/api${path}`, { body, headers })

async function proofBy(account: PrivateKeyAccount, change: Change = {}, headers = {}) {
  const { nonce, domain, chain_id } = (await (await post('/auth/nonce', {}, headers)).json()) as Nonce
  const message = createSiweMessage({
    address: account.address,
    domain,
    uri: web.origin,
    version: '1',
    chainId: chain_id,
    nonce,
    issuedAt: new Date(),
    expirationTime: new Date(Date.now() + 300_000),
    ...change,
  })
  return { message, signature: await account.signMessage({ message }) }
}

const newAccount = () => privateKeyToAccount(generatePrivateKey())

test('a wallet signs in, becomes a member once, and its token opens /me', async () => {
  const account = newAccount()
  const first = await signedIn(await post('/auth/verify', await proofBy(account)))
  const again = await signedIn(await post('/auth/verify', await proofBy(account)))
  expect(again.id).toBe(first.id)
  const me = await (await ask(`${web.origin}/api/me`, { token: again.token })).json()
  expect(me).toMatchObject({ wallets: [account.address.toLowerCase()], karma_balance: '0', email: null })
  expect(me.username).toMatch(/^runner_[0-9a-f]{6}$/)
  expect(me).not.toHaveProperty('password_hash')
  const byCookie = await ask(`${web.origin}/api/me`, { headers: { cookie: again.cookie } })
  expect(byCookie.status).toBe(200)
})

test('the cookie is out of reach of scripts and other sites', async () => {
  const response = await post('/auth/verify', await proofBy(newAccount()))
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith('snpd='))
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).toMatch(/Path=\//)
})

test('a proof works once', async () => {
  const proof = await proofBy(newAccount())
  expect((await post('/auth/verify', proof)).status).toBe(200)
  const problem = await problemOf(await post('/auth/verify', proof))
  expect(problem).toMatchObject({ status: 401, code: 'auth.nonce' })
})

test('of many who present one proof at once, one gets in', async () => {
  const proof = await proofBy(newAccount())
  const answers = await Promise.all(Array.from({ length: 6 }, () => post('/auth/verify', proof)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

const past = (seconds: number) => new Date(Date.now() - seconds * 1000)
test.each<[string, Change]>([
  ['another domain', { domain: 'evil.example' }],
  ['another uri', { uri: 'http://evil.example' }],
  ['another chain', { chainId: CHAIN_ID + 1 }],
  ['an old issue time', { issuedAt: past(301) }],
  ['a future issue time', { issuedAt: past(-120) }],
  ['a past expiration', { expirationTime: past(1) }],
  ['no expiration', { expirationTime: undefined }],
  ['a later start', { notBefore: past(-120) }],
])('a message with %s is refused', async (_, change) => {
  const problem = await problemOf(await post('/auth/verify', await proofBy(newAccount(), change)))
  expect(problem).toMatchObject({ status: 401, code: 'auth.message' })
})

test('a nonce that was never given is refused', async () => {
  const proof = await proofBy(newAccount(), { nonce: 'abcdefghijklmnopabcdefghijklmnop' })
  expect((await problemOf(await post('/auth/verify', proof))).code).toBe('auth.nonce')
})

test('text around a valid message is refused', async () => {
  const account = newAccount()
  const { message } = await proofBy(account)
  for (const padded of [`${message}\nI also agree to more`, `${message.replace('URI:', 'More\nURI:')}`]) {
    const signature = await account.signMessage({ message: padded })
    const answer = await post('/auth/verify', { message: padded, signature })
    expect((await problemOf(answer)).code).toBe('auth.message')
  }
})

test("another wallet's signature, and a cut one, are refused", async () => {
  const [mine, other] = [newAccount(), newAccount()]
  const { message } = await proofBy(mine)
  const forged = await post('/auth/verify', { message, signature: await other.signMessage({ message }) })
  expect((await problemOf(forged)).code).toBe('auth.signature')
  const fresh = await proofBy(mine)
  const cut = await post('/auth/verify', { ...fresh, signature: fresh.signature.slice(0, -2) })
  expect(await problemOf(cut)).toMatchObject({
    status: 422,
    code: 'input.invalid',
    errors: [{ path: 'signature' }],
  })
})

test("a browser's nonce works in that browser alone", async () => {
  const headers = { origin: web.origin }
  const stolen = await proofBy(newAccount(), {}, headers)
  expect((await problemOf(await post('/auth/verify', stolen, headers))).code).toBe('auth.nonce')
  const asked = await post('/auth/nonce', {}, headers)
  const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const proof = await proofBy(newAccount(), {}, { ...headers, cookie })
  expect((await post('/auth/verify', proof, { ...headers, cookie })).status).toBe(200)
})

test('signing in by wallet while signed in is that wallet coming in, and links nothing', async () => {
  const ann = await register(web.origin, 'ann')
  const proof = await proofBy(newAccount())
  const other = await signedIn(await ask(`${web.origin}/api/auth/verify`, { body: proof, token: ann.token }))
  expect(other.id).not.toBe(ann.id)
})

test('signing out ends the session, wherever its token is kept', async () => {
  const { token, cookie } = await register(web.origin, 'leaver')
  const out = await ask(`${web.origin}/api/auth/logout`, { method: 'POST', token })
  expect(out.status).toBe(204)
  expect((await problemOf(await ask(`${web.origin}/api/me`, { token }))).code).toBe('auth.required')
  expect((await ask(`${web.origin}/api/me`, { headers: { cookie } })).status).toBe(401)
})
