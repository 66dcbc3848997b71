import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { type AnvilServer, startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { ask, problemOf, register, signedIn } from '../../test/support/http.ts'
import { type Jar, openJar } from '../../test/support/jar.ts'
import { newAccount, type Proof, presentProof, proofBy, type SiweChange } from '../../test/support/siwe.ts'
import { CHAIN_ID, startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
let anvil: AnvilServer
beforeAll(async () => {
  anvil = await startAnvil({ port: await freePort() })
  web = await startTestWeb(() => ({ rpc: openRpc(anvil.url) }))
})
afterAll(async () => {
  await web.close()
  await anvil.stop()
})

const verify = (proof: Proof, token?: string) => presentProof(web.origin, proof, token)
const prove = (change: SiweChange & { jar?: Jar } = {}, account = newAccount()) =>
  proofBy(web.origin, account, change)

test('a wallet signs in, becomes a member once, and its token opens /me', async () => {
  const account = newAccount()
  const first = await signedIn(await verify(await prove({}, account)))
  const again = await signedIn(await verify(await prove({}, account)))
  expect(again.id).toBe(first.id)
  const me = await (await ask(`${web.origin}/api/me`, { token: again.token })).json()
  expect(me).toMatchObject({ wallets: [account.address.toLowerCase()], karma_balance: '0', email: null })
  expect(me.username).toMatch(/^runner_[0-9a-f]{6}$/)
  expect(me).not.toHaveProperty('password_hash')
  const byCookie = await ask(`${web.origin}/api/me`, { headers: { cookie: again.cookie } })
  expect(byCookie.status).toBe(200)
})

test('a browser gets both tokens as cookies out of reach of scripts and other sites, other clients get none', async () => {
  const jar = openJar(web.origin)
  const proof = await prove({ jar })
  const answer = (await (await jar.ask('/auth/verify', { body: proof })).json()) as object
  for (const name of ['snpd', 'snpd-refresh'])
    expect(jar.lines.get(name)).toMatch(/; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(answer).toMatchObject({ token: jar.cookies.get('snpd'), expires_in: 900 })
  expect(answer).not.toHaveProperty('refresh_token')
  const client = await verify(await prove())
  expect(client.headers.getSetCookie()).toEqual([])
  expect(await client.json()).toHaveProperty('refresh_token')
})

test('a proof works once', async () => {
  const proof = await prove()
  expect((await verify(proof)).status).toBe(200)
  const problem = await problemOf(await verify(proof))
  expect(problem).toMatchObject({ status: 401, code: 'auth.nonce' })
})

test('of many who present one proof at once, one gets in', async () => {
  const proof = await prove()
  const answers = await Promise.all(Array.from({ length: 6 }, () => verify(proof)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

const past = (seconds: number) => new Date(Date.now() - seconds * 1000)
test.each<[string, SiweChange]>([
  ['another domain', { domain: 'evil.example' }],
  ['another uri', { uri: 'http://evil.example' }],
  ['another chain', { chainId: CHAIN_ID + 1 }],
  ['an old issue time', { issuedAt: past(301) }],
  ['a future issue time', { issuedAt: past(-120) }],
  ['a past expiration', { expirationTime: past(1) }],
  ['no expiration', { expirationTime: undefined }],
  ['a later start', { notBefore: past(-120) }],
])('a message with %s is refused', async (_, change) => {
  const problem = await problemOf(await verify(await prove(change)))
  expect(problem).toMatchObject({ status: 401, code: 'auth.message' })
})

test('a nonce that was never given is refused', async () => {
  const proof = await prove({ nonce: 'abcdefghijklmnopabcdefghijklmnop' })
  expect((await problemOf(await verify(proof))).code).toBe('auth.nonce')
})

test('text around a valid message is refused', async () => {
  const account = newAccount()
  const { message } = await prove({}, account)
  for (const padded of [`${message}\nI also agree to more`, `${message.replace('URI:', 'More\nURI:')}`]) {
    const signature = await account.signMessage({ message: padded })
    const answer = await verify({ message: padded, signature })
    expect((await problemOf(answer)).code).toBe('auth.message')
  }
})

test("another wallet's signature, and a cut one, are refused", async () => {
  const [mine, other] = [newAccount(), newAccount()]
  const { message } = await prove({}, mine)
  const forged = await verify({ message, signature: await other.signMessage({ message }) })
  expect((await problemOf(forged)).code).toBe('auth.signature')
  const fresh = await prove({}, mine)
  const cut = await verify({ ...fresh, signature: fresh.signature.slice(0, -2) as Hex })
  expect(await problemOf(cut)).toMatchObject({
    status: 422,
    code: 'input.invalid',
    errors: [{ path: 'signature' }],
  })
})

test("a browser's nonce works in that browser alone", async () => {
  const [mine, other] = [openJar(web.origin), openJar(web.origin)]
  const codeOf = async (answer: Response) => (await problemOf(answer)).code
  const present = async (jar: Jar, body: Proof) => jar.ask('/auth/verify', { body })
  expect(await codeOf(await present(other, await prove({ jar: mine })))).toBe('auth.nonce')
  expect(await codeOf(await verify(await prove({ jar: mine })))).toBe('auth.nonce')
  expect(await codeOf(await present(mine, await prove()))).toBe('auth.nonce')
  expect((await present(mine, await prove({ jar: mine }))).status).toBe(200)
})

test('signing in by wallet while signed in is that wallet coming in, and links nothing', async () => {
  const ann = await register(web.origin, 'ann')
  const other = await signedIn(await verify(await prove(), ann.token))
  expect(other.id).not.toBe(ann.id)
})

test('signing out ends the session, wherever its token is kept', async () => {
  const { token, cookie } = await register(web.origin, 'leaver')
  const out = await ask(`${web.origin}/api/auth/logout`, { method: 'POST', token })
  expect(out.status).toBe(204)
  expect((await problemOf(await ask(`${web.origin}/api/me`, { token }))).code).toBe('auth.required')
  expect((await ask(`${web.origin}/api/me`, { headers: { cookie } })).status).toBe(401)
})
