import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OperatorPrize, OwnPrize, Raffle, RafflePlan } from '../../core/raffle/shape.ts'
import type { Hex } from '../../db/bytes.ts'
import { setRole } from '../../db/members/role.ts'
import { linkWallet } from '../../db/members/wallets.ts'
import { requireFirstTicket } from '../../db/raffles/once.ts'
import { inTransaction } from '../../db/transaction.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { randomAddress } from '../../test/support/members.ts'
import { addClaim, addDraw, addEntries, addRaffle } from '../../test/support/raffle-rows.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

type Signed = { id: string; token: string; wallet: Hex }
const address = { name: 'N', street: '2 Side', city: 'Troy', state: 'NY', zip_code: '12180', country: 'US' }
const api = (path: string) => `${web.origin}/api${path}`
const put = (path: string, { token }: Signed, body?: unknown) =>
  ask(api(path), { method: 'PUT', body, token })
const read = async <Answer>(path: string, who?: Signed): Promise<Answer> =>
  (await (await ask(api(path), { token: who?.token })).json()) as Answer

async function member(username: string): Promise<Signed> {
  const { id, token } = await register(web.origin, username)
  const wallet = randomAddress()
  await inTransaction(web.db.app, (tx) => linkWallet(tx, id, wallet))
  return { id, token, wallet }
}
async function admin(username: string): Promise<Signed> {
  const who = await member(username)
  await setRole(web.db.app, username, 'admin')
  return who
}
const keepAddress = ({ token }: Signed) =>
  ask(api('/me'), { method: 'PATCH', body: { shipping_address: address }, token })

test('a raffle tells its odds to come, the round that decides, and the reader’s own tickets alone', async () => {
  const [ann, ben] = [await member('ann'), await member('ben')]
  const { id } = await addRaffle(web.db, { memberId: ann.id })
  await addEntries(web.db, id, [ann.wallet, randomAddress()])
  const seen = await read<Raffle>(`/raffles/${id}`, ann)
  expect(seen).toMatchObject({
    ...{ id, title: 'Friday', state: 'open', entries: 2, winners: 1, round: '22', won: [] },
    mine: [{ wallet: ann.wallet, ticket: 0, refunded: false, place: null }],
  })
  expect((await read<Raffle>(`/raffles/${id}`, ben)).mine).toEqual([])
  expect((await read<Raffle>(`/raffles/${id}`)).mine).toEqual([])
  const open = await read<{ items: Raffle[] }>('/raffles?of=open')
  expect(open.items.map((each) => each.id)).toContain(id)
  expect(await problemOf(await ask(api(`/raffles/${id}/proof`)))).toMatchObject({ code: 'raffle.no-proof' })
})

test('one who is in with one wallet does not enter with another', async () => {
  const cat = await member('cat')
  const { id } = await addRaffle(web.db, { memberId: cat.id })
  await addEntries(web.db, id, [cat.wallet])
  const other = randomAddress()
  await inTransaction(web.db.app, (tx) => linkWallet(tx, cat.id, other))
  const enter = (raffle: string, from: Hex) => {
    const data: Hex = `0x12345678${BigInt(raffle).toString(16).padStart(64, '0')}`
    const entering = { memberId: cat.id, request: { from, data }, now: new Date() }
    return requireFirstTicket(web.db.app, { ...entering, call: 'raffle.enterWithPermit' })
  }
  await expect(enter(id, other)).rejects.toMatchObject({ code: 'raffle.entered' })
  // The contract refuses the same wallet by itself, and another raffle is another raffle.
  await enter(id, cat.wallet)
  await enter(String(Number(id) + 1_000), other)
})

test('a prize goes to the vault’s address, which its operator reads only after the claim on chain', async () => {
  const [dan, eve, operator] = [await member('dan'), await member('eve'), await admin('oper')]
  const { id } = await addRaffle(web.db, { memberId: operator.id })
  await addEntries(web.db, id, [dan.wallet])
  const path = `/raffles/${id}/prizes/0`
  expect(await problemOf(await put(path, dan))).toMatchObject({ code: 'raffle.not-won' })
  await addDraw(web.db, id)
  expect(await problemOf(await put(path, eve))).toMatchObject({ code: 'raffle.not-won' })
  expect(await problemOf(await put(path, dan))).toMatchObject({ code: 'raffle.no-address' })
  await keepAddress(dan)
  expect((await put(path, dan)).status).toBe(200)
  const winners = () => read<{ items: OperatorPrize[] }>(`/raffles/${id}/winners`, operator)
  expect((await winners()).items).toMatchObject([{ state: 'asked', address: null, claimed: false }])
  const left = () => put(`/raffles/${id}/winners/0`, operator, { tracking: '1Z' })
  expect(await problemOf(await left())).toMatchObject({ code: 'raffle.prize' })
  await addClaim(web.db, id, dan.wallet)
  expect((await winners()).items).toMatchObject([{ address, claimed: true, username: 'dan' }])
  expect(await problemOf(await put(`${path}/received`, dan))).toMatchObject({ code: 'raffle.prize' })
  expect((await left()).status).toBe(200)
  expect((await put(`${path}/received`, dan)).status).toBe(200)
  const own = await read<{ items: OwnPrize[] }>(`/raffles/${id}/prizes`, dan)
  expect(own.items).toMatchObject([{ place: 0, prize: 'A pair', state: 'received', tracking: '1Z' }])
  expect(await problemOf(await put(path, dan))).toMatchObject({ code: 'raffle.prize' })
  expect((await read<{ items: OwnPrize[] }>(`/raffles/${id}/prizes`, eve)).items).toEqual([])
  const raw = await web.db.app<
    { sealed: Uint8Array }[]
  >`select address_encrypted as sealed from app.raffle_prize`
  for (const { sealed } of raw) expect(Buffer.from(sealed).toString('latin1')).not.toContain('2 Side')
})

test('admins describe raffles and call them off while they are open', async () => {
  const operator = await admin('opera')
  const input = {
    ...{ title: 'Sunday', prizes: [{ title: 'A pair', count: 2 }], price: '7' },
    closes_at: new Date(Date.now() + 3_600_000).toISOString(),
  }
  const putUp = (body: unknown) => ask(api('/raffle-plans'), { body, token: operator.token })
  const soon = { ...input, closes_at: new Date(Date.now() + 5_000).toISOString() }
  expect(await problemOf(await putUp(soon))).toMatchObject({ code: 'raffle.when' })
  const plan = (await (await putUp(input)).json()) as RafflePlan
  expect(plan).toMatchObject({ state: 'planned', winners: 2, raffle_id: null, problem: null })
  const off = (id: string) => ask(api(`/raffle-plans/${id}`), { method: 'DELETE', token: operator.token })
  expect(await (await off(plan.id)).json()).toMatchObject({ state: 'withdrawn' })
  const { id, planId } = await addRaffle(web.db, { memberId: operator.id })
  await addDraw(web.db, id)
  expect(await problemOf(await off(planId))).toMatchObject({ code: 'raffle.over' })
})
