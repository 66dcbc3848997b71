import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hex } from '../../db/bytes.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, randomAddress, type TestMember } from '../../test/support/members.ts'
import { mirrorBond, mirrorStep, openTrade, unmirror } from '../../test/support/trades.ts'

const now = new Date('2026-11-20T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const DAY = 86_400
let database: TestDatabase
let ann: TestMember
let ben: TestMember
let count = 0

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  count++
  ann = await addMember(database.app, `ann_${count}`)
  ben = await addMember(database.app, `ben_${count}`)
})

async function agreed() {
  const trade = await openTrade(database, { maker: ann, taker: ben }, { now, bond: 5, wallet: ann.wallet })
  await trade.act(ben, { act: 'accept', offer: 1, wallet: ben.wallet })
  const { escrow } = await trade.read()
  if (!escrow) throw new Error('no bonds')
  const id = escrow.id as Hex
  const bonds = { proposer: ann.wallet, counterparty: ben.wallet, bond: 5 }
  const put = () => mirrorBond(database, { id, ...bonds, at: now })
  const step = (what: Omit<Parameters<typeof mirrorStep>[1], 'id' | 'at'> & { at?: Date }) =>
    mirrorStep(database, { at: now, ...what, id })
  return { ...trade, escrow, put, step }
}

const code = (found: string) => expect.objectContaining({ code: found })

test('a trade with bonds names the wallets, and each must be its own side’s', async () => {
  const { act, read } = await openTrade(
    database,
    { maker: ann, taker: ben },
    { now, bond: 5, wallet: ann.wallet },
  )
  await expect(act(ben, { act: 'accept', offer: 1 })).rejects.toThrow(code('trade.wallet'))
  for (const wallet of [ann.wallet, randomAddress()])
    await expect(act(ben, { act: 'accept', offer: 1, wallet })).rejects.toThrow(code('member.wallet-unknown'))
  expect((await read()).state).toBe('offered')
  await expect(
    openTrade(database, { maker: ann, taker: ben }, { now, bond: 5, wallet: ben.wallet }),
  ).rejects.toThrow(code('member.wallet-unknown'))
})

test('nothing is bound before the mirror shows both bonds, and a reorg unbinds it', async () => {
  const { read, put, step, escrow } = await agreed()
  expect(escrow).toMatchObject({
    bond: String(5n * 10n ** 18n),
    accept_by: later(DAY).toISOString(),
    step: 'none',
  })
  expect(await read()).toMatchObject({ state: 'bonding', may: ['bond'] })
  await put()
  expect([(await read()).may, (await read(ben)).may]).toEqual([['take-back'], ['bond']])
  const block = await step({ step: 'accepted' })
  expect(await read()).toMatchObject({ state: 'agreed', confirm_by: later(2 * DAY).toISOString() })
  await unmirror(database, block)
  expect(await read()).toMatchObject({ state: 'bonding', may: ['take-back'] })
})

test('what is about bonds is refused here, and said by the mirror', async () => {
  const { act, read, put, step } = await agreed()
  await put()
  await step({ step: 'accepted' })
  await expect(act(ben, { act: 'receive' })).rejects.toThrow(code('trade.on-chain'))
  await expect(act(ben, { act: 'dispute', text: 'Empty' })).rejects.toThrow(code('trade.on-chain'))
  await act(ann, { act: 'ship' })
  await step({ step: 'confirmed', actor: ben.wallet })
  expect(await read(ben)).toMatchObject({
    state: 'underway',
    taker: { received: true },
    maker: { received: false },
  })
  await step({ step: 'confirmed', actor: ann.wallet })
  await step({ step: 'completed' })
  expect(await read()).toMatchObject({ state: 'completed' })
})

test('a dispute and its ruling are the contract’s, whoever of the two began', async () => {
  const { act, read, put, step } = await agreed()
  await put()
  await step({ step: 'accepted' })
  await step({ step: 'disputed', actor: ben.wallet, ruleBy: later(3600) })
  await act(ben, { act: 'tell', text: 'The box was empty.' })
  expect(await read()).toMatchObject({
    state: 'disputed',
    dispute: { by: 'taker', rule_by: later(3600).toISOString() },
  })
  await step({ step: 'ruled', actor: randomAddress(), slashed: 1 })
  expect(await read()).toMatchObject({
    ...{ state: 'ruled', ruling: { slashed: 'maker', burned: '0' } },
    ...{ maker: { reputation: { lost: 1 } }, taker: { reputation: { lost: 0 } } },
  })
})

test('bonds that are not there in time are no trade, and the one that is there goes back', async () => {
  const { read, put, step } = await agreed()
  await put()
  expect(await read(ann, later(DAY))).toMatchObject({ state: 'lapsed', may: ['take-back'] })
  await step({ step: 'withdrawn', at: later(DAY + 1) })
  expect(await read(ann, later(DAY + 2))).toMatchObject({ state: 'lapsed', may: [] })
})

test('a first bond that is taken back in time calls the trade off', async () => {
  const { read, put, step } = await agreed()
  await put()
  await step({ step: 'withdrawn' })
  expect(await read()).toMatchObject({ state: 'called-off', may: [] })
})
