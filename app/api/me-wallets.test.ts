import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { linkedWalletShape } from '../../core/member/shape.ts'
import type { Purpose } from '../../core/member/statements.ts'
import { ask, problemOf, register, signedIn } from '../../test/support/http.ts'
import { siweProof } from '../../test/support/signed-for.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const newAccount = () => privateKeyToAccount(generatePrivateKey())
const addressOf = (account: PrivateKeyAccount) => account.address.toLowerCase()
const api = (path: string) => `${web.origin}/api${path}`
const proof = (account: PrivateKeyAccount, purpose?: Purpose) => siweProof(web.origin, account, purpose)

type Member = { token: string; id: string }
const link = async ({ token }: Member, account: PrivateKeyAccount) =>
  ask(api('/me/wallets'), { body: await proof(account, 'link'), token })
const unlink = ({ token }: Member, account: PrivateKeyAccount) =>
  ask(api(`/me/wallets/${addressOf(account)}`), { method: 'DELETE', token })
const payTo = ({ token }: Member, account: PrivateKeyAccount) =>
  ask(api(`/me/wallets/${addressOf(account)}`), { method: 'PATCH', body: { paid_to: true }, token })
const byWallet = async (account: PrivateKeyAccount) =>
  signedIn(await ask(api('/auth/verify'), { body: await proof(account) }))

const listShape = z.object({ items: z.array(linkedWalletShape) })
async function walletsOf(answer: Response): Promise<string[]> {
  const { items } = listShape.parse(await answer.json())
  return items.map(({ address, paid_to }) => address + (paid_to ? ' paid' : ''))
}

test('a wallet is linked by its signature, and is then that member alone', async () => {
  const [ann, ben, wallet] = [
    await register(web.origin, 'ann'),
    await register(web.origin, 'ben'),
    newAccount(),
  ]
  const linked = await link(ann, wallet)
  expect(linked.status).toBe(201)
  expect(await walletsOf(linked)).toEqual([`${addressOf(wallet)} paid`])
  expect((await byWallet(wallet)).id).toBe(ann.id)
  expect(await problemOf(await link(ben, wallet))).toMatchObject({ status: 409, code: 'member.wallet-taken' })
})

test('of two members who link one wallet at once, one has it', async () => {
  const wallet = newAccount()
  const members = [await register(web.origin, 'race_1'), await register(web.origin, 'race_2')]
  const answers = await Promise.all(members.map((member) => link(member, wallet)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('a signature that was given for something else links nothing', async () => {
  const [ann, wallet] = [await register(web.origin, 'phished'), newAccount()]
  for (const purpose of [undefined, 'confirm', 'delete'] as const) {
    const answer = await ask(api('/me/wallets'), { body: await proof(wallet, purpose), token: ann.token })
    expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'auth.message' })
  }
})

test('awards go to the wallet linked first, until the member chooses another', async () => {
  const [one, two] = [newAccount(), newAccount()]
  const member = await byWallet(one)
  await link(member, two)
  const list = () => ask(api('/me/wallets'), { token: member.token })
  expect(await walletsOf(await list())).toEqual([`${addressOf(one)} paid`, addressOf(two)])
  expect(await walletsOf(await payTo(member, two))).toEqual([addressOf(one), `${addressOf(two)} paid`])
  const me = await (await ask(api('/me'), { token: member.token })).json()
  expect(me).toMatchObject({ paid_to: addressOf(two), wallets: [addressOf(one), addressOf(two)] })
  // The chosen one goes: the first one is paid again.
  expect(await walletsOf(await unlink(member, two))).toEqual([`${addressOf(one)} paid`])
})

test("another member's wallet can be neither chosen nor unlinked, nor be told from one that nobody has", async () => {
  const [ann, theirs, nobodys] = [await register(web.origin, 'nosy'), newAccount(), newAccount()]
  await byWallet(theirs)
  for (const act of [payTo, unlink])
    for (const wallet of [theirs, nobodys])
      expect(await problemOf(await act(ann, wallet))).toMatchObject({
        status: 404,
        code: 'member.wallet-unknown',
      })
})

test('the last way in stays, also when two wallets are unlinked at once', async () => {
  const [one, two] = [newAccount(), newAccount()]
  const member = await byWallet(one)
  expect(await problemOf(await unlink(member, one))).toMatchObject({
    status: 409,
    code: 'member.last-way-in',
  })
  await link(member, two)
  const answers = await Promise.all([unlink(member, one), unlink(member, two)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const withPassword = await register(web.origin, 'has_password')
  const third = newAccount()
  await link(withPassword, third)
  expect(await walletsOf(await unlink(withPassword, third))).toEqual([])
})

test('a short password is no way in of its own: the last wallet stays beside it', async () => {
  const wallet = newAccount()
  const member = await byWallet(wallet)
  const choose = async (password: string) =>
    ask(api('/me/password'), {
      method: 'PUT',
      body: { password, proof: await proof(wallet, 'confirm') },
      token: member.token,
    })
  expect((await choose('gr7 lamp')).status).toBe(204)
  expect((await problemOf(await unlink(member, wallet))).code).toBe('member.last-way-in')
  expect((await choose('nine wet sneakers on a wire')).status).toBe(204)
  expect((await unlink(member, wallet)).status).toBe(200)
})

test('an unlinked wallet is its old member to link again, and nobody else until it has rested', async () => {
  const [ann, wallet] = [await register(web.origin, 'lender'), newAccount()]
  await link(ann, wallet)
  await unlink(ann, wallet)
  const stranger = await problemOf(await ask(api('/auth/verify'), { body: await proof(wallet) }))
  expect(stranger).toMatchObject({ status: 409, code: 'member.wallet-resting' })
  const borrower = await register(web.origin, 'borrower')
  expect((await problemOf(await link(borrower, wallet))).code).toBe('member.wallet-resting')
  expect((await link(ann, wallet)).status).toBe(201)
  await unlink(ann, wallet)
  await web.db.app`update app.resting_wallet set until = now() - interval '1 second'`
  expect((await link(borrower, wallet)).status).toBe(201)
})

/** As if the session had last proved itself this long ago. */
async function forget(id: string): Promise<void> {
  const long = web.db.app`now() - interval '10 minutes'`
  await web.db.app`update app.session set created_at = ${long} where member_id = ${id}`
  await web.db.app`update app.confirmation set at = ${long} where member_id = ${id}`
}

test('what changes the ways in asks a session that is not fresh who it is, once', async () => {
  const member = await register(web.origin, 'stale')
  const [wallet, other] = [newAccount(), newAccount()]
  const { token } = member
  await link(member, wallet)
  await forget(member.id)
  const confirmed = async () => (await ask(api('/me/confirm'), { token })).json()
  expect(await confirmed()).toEqual({ confirmed_until: null })
  const changeEmail = () => ask(api('/me'), { method: 'PATCH', body: { email: 'new@example.test' }, token })
  for (const act of [
    changeEmail,
    () => link(member, other),
    () => unlink(member, wallet),
    () => payTo(member, wallet),
  ])
    expect(await problemOf(await act())).toMatchObject({ status: 403, code: 'auth.confirm' })
  // A name is no way in.
  expect((await ask(api('/me'), { method: 'PATCH', body: { username: 'stale_2' }, token })).status).toBe(200)

  const confirm = (body: unknown) => ask(api('/me/confirm'), { body, token })
  expect((await problemOf(await confirm({ password: 'not this one at all' }))).code).toBe('auth.credentials')
  expect((await problemOf(await confirm({ proof: await proof(other, 'confirm') }))).code).toBe(
    'auth.credentials',
  )
  expect((await problemOf(await confirm({ proof: await proof(wallet) }))).code).toBe('auth.message')
  expect((await changeEmail()).status).toBe(403)
  expect((await confirm({ proof: await proof(wallet, 'confirm') })).status).toBe(200)
  expect((await changeEmail()).status).toBe(200)
  await forget(member.id)
  expect((await confirm({ password: 'seven green lamps at dawn' })).status).toBe(200)
  expect((await unlink(member, wallet)).status).toBe(200)
})

test('one session that proved itself says nothing of another of the same member', async () => {
  const thief = await register(web.origin, 'two_doors')
  await forget(thief.id)
  const body = { login: 'two_doors', password: 'seven green lamps at dawn' }
  const owner = await signedIn(await ask(api('/users/login'), { body }))
  expect((await problemOf(await link(thief, newAccount()))).code).toBe('auth.confirm')
  expect((await link(owner, newAccount())).status).toBe(201)
  await forget(thief.id)
  await ask(api('/me/confirm'), { body: { password: body.password }, token: owner.token })
  expect((await link(owner, newAccount())).status).toBe(201)
  expect((await problemOf(await link(thief, newAccount()))).code).toBe('auth.confirm')
})

test('guessing the password in a stolen session is throttled as signing in is', async () => {
  const { token } = await register(web.origin, 'guessed')
  const guess = (password: string) => ask(api('/me/confirm'), { body: { password }, token })
  for (let count = 0; count < 10; count++) await guess(`guess number ${count}`)
  expect((await problemOf(await guess('seven green lamps at dawn'))).code).toBe('auth.throttled')
})

test('an email can be changed and taken away, not taken over', async () => {
  const { token } = await register(web.origin, 'mailer')
  await register(web.origin, 'mail_owner')
  const change = (email: unknown) => ask(api('/me'), { method: 'PATCH', body: { email }, token })
  const taken = await problemOf(await change('MAIL_OWNER@example.test'))
  expect(taken).toMatchObject({ status: 409, code: 'member.email-taken' })
  expect(await (await change('other@example.test')).json()).toMatchObject({ email: 'other@example.test' })
  expect(await (await change(null)).json()).toMatchObject({ email: null, has_password: true })
  expect((await problemOf(await change('no mail'))).code).toBe('input.invalid')
})

test('a change that is refused in part changes nothing', async () => {
  const { token } = await register(web.origin, 'whole')
  await register(web.origin, 'half')
  const body = { username: 'renamed', email: 'half@example.test' }
  expect((await ask(api('/me'), { method: 'PATCH', body, token })).status).toBe(409)
  expect(await (await ask(api('/me'), { token })).json()).toMatchObject({ username: 'whole' })
})
