import { argon2Sync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, problemOf, register, signedIn } from '../../test/support/http.ts'
import { siweProof } from '../../test/support/signed-for.ts'
import { newAccount, presentProof, proofBy } from '../../test/support/siwe.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const old = 'seven green lamps at dawn'
const fresh = 'nine wet sneakers on a wire'
const change = (token: string, body: object) =>
  ask(`${web.origin}/api/me/password`, { method: 'PUT', token, body })
const login = (name: string, password: string) =>
  ask(`${web.origin}/api/users/login`, { body: { login: name, password } })
const statusOf = async (token: string) => (await ask(`${web.origin}/api/me`, { token })).status

test('a password is changed with the old one, which is then of no use, and every other session ends', async () => {
  const here = await register(web.origin, 'ann')
  const there = await signedIn(await login('ann', old))
  expect((await change(here.token, { password: fresh, current_password: old })).status).toBe(204)
  expect([await statusOf(here.token), await statusOf(there.token)]).toEqual([200, 401])
  expect([(await login('ann', old)).status, (await login('ann', fresh)).status]).toEqual([401, 200])
})

test('nothing, a wrong password or a foreign wallet does not change it', async () => {
  const { token } = await register(web.origin, 'ben')
  const foreign = newAccount()
  await presentProof(web.origin, await proofBy(web.origin, foreign))
  const proof = await siweProof(web.origin, foreign, 'confirm')
  for (const body of [{}, { current_password: 'no' }, { proof }])
    expect(await problemOf(await change(token, { password: fresh, ...body }))).toMatchObject({
      status: 401,
      code: 'auth.credentials',
    })
  expect((await login('ben', old)).status).toBe(200)
})

test('guesses at the old password are throttled, and the wallet still counts', async () => {
  const account = newAccount()
  const { token } = await register(web.origin, 'cleo')
  const linked = await signedIn(await presentProof(web.origin, await proofBy(web.origin, account), token))
  const guess = () => change(linked.token, { password: fresh, current_password: 'a guess' })
  const guesses = await Promise.all(Array.from({ length: 10 }, guess))
  expect(guesses.map(({ status }) => status)).toEqual(Array(10).fill(401))
  expect((await problemOf(await guess())).code).toBe('auth.throttled')
  const proof = await siweProof(web.origin, account, 'confirm')
  expect((await change(linked.token, { password: fresh, proof })).status).toBe(204)
})

test('a member who came with a wallet chooses a first password, a short one because of the wallet', async () => {
  const account = newAccount()
  const { token, id } = await signedIn(await presentProof(web.origin, await proofBy(web.origin, account)))
  const choose = async (password: string) =>
    change(token, { password, proof: await siweProof(web.origin, account, 'confirm') })
  expect(await problemOf(await choose('superman'))).toMatchObject({ status: 422, code: 'member.password' })
  expect((await choose('gr7 lamp')).status).toBe(204)
  const [row] = await web.db.app`select password_is_short, username from app.member where id = ${id}`
  expect(row?.password_is_short).toBe(true)
  expect((await login(row?.username, 'gr7 lamp')).status).toBe(200)
  expect((await choose(fresh)).status).toBe(204)
  const [later] = await web.db.app`select password_is_short from app.member where id = ${id}`
  expect(later?.password_is_short).toBe(false)
})

test('a signature for something else, a sign-in say, gives no password', async () => {
  const account = newAccount()
  const { token } = await signedIn(await presentProof(web.origin, await proofBy(web.origin, account)))
  for (const purpose of [undefined, 'link', 'delete'] as const) {
    const proof = await siweProof(web.origin, account, purpose)
    expect(await problemOf(await change(token, { password: fresh, proof }))).toMatchObject({
      status: 401,
      code: 'auth.message',
    })
  }
})

test('without a wallet eight characters are too few', async () => {
  const { token } = await register(web.origin, 'dan')
  const answer = await change(token, { password: 'gr7 lamp', current_password: old })
  expect(await problemOf(answer)).toMatchObject({ status: 422, code: 'member.password' })
})

test('a hash with the parameters of another day is made anew at the next sign-in, and only by the right password', async () => {
  const { id } = await register(web.origin, 'eli')
  const salt = Buffer.alloc(16, 7)
  const settings = { memory: 64, passes: 3, parallelism: 1, tagLength: 32 }
  const tag = argon2Sync('argon2id', { message: old, nonce: salt, ...settings })
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  const outdated = `$argon2id$v=19$m=64,t=3,p=1$${text(salt)}$${text(tag)}`
  await web.db.app`update app.member set password_hash = ${outdated} where id = ${id}`
  const stored = async () => {
    const [row] = await web.db.app`select password_hash from app.member where id = ${id}`
    return String(row?.password_hash)
  }
  expect((await login('eli', 'not the password at all')).status).toBe(401)
  expect(await stored()).toBe(outdated)
  expect((await login('eli', old)).status).toBe(200)
  expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect((await login('eli', old)).status).toBe(200)
})
