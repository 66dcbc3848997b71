import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hex } from '../../db/bytes.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, randomAddress, type TestMember } from '../../test/support/members.ts'
import { mirrorBond, mirrorStep, openTrade, unmirror } from '../../test/support/trades.ts'
import { readAlerts } from '../alerts/read.ts'
import { tellMirroredNews } from './mirrored-news.ts'
import { ruleOnTrade } from './rule.ts'
import { settleTrades } from './settle.ts'

const now = new Date()
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

/** What a member was told of one trade, in order, as whoever reads the log has it. */
async function newsFor({ id: memberId }: TestMember, tradeId: string): Promise<string[]> {
  const all = await readAlerts(database.app, { after: 0, limit: 1_000 })
  return all.flatMap((alert) =>
    alert.kind === 'trade' && alert.member_id === memberId && alert.trade_id === tradeId ? [alert.state] : [],
  )
}

test('who did it is told nothing of it, and the other side all that they have to know', async () => {
  const { id, act, offer } = await openTrade(database, { maker: ann, taker: ben }, { now })
  await act(ben, { act: 'counter', offer: 1, with: offer })
  await act(ann, { act: 'accept', offer: 2 })
  await act(ann, { act: 'ship' })
  await act(ben, { act: 'tell', text: 'Mine goes out tomorrow.' })
  await act(ben, { act: 'dispute', text: 'The box was empty.' })
  expect(await newsFor(ann, id)).toEqual(['countered', 'disputed'])
  expect(await newsFor(ben, id)).toEqual(['offered', 'accepted', 'shipped'])
  const { id: memberId } = await addMember(database.app, `mod_${count}`)
  await ruleOnTrade(database.app, { id, memberId, now, input: { slashed: 'maker', note: 'Empty it was.' } })
  expect([(await newsFor(ann, id)).at(-1), (await newsFor(ben, id)).at(-1)]).toEqual(['ruled', 'ruled'])
})

test('an offer that is refused, or never made, is no news', async () => {
  const { id, act } = await openTrade(database, { maker: ann, taker: ben }, { now })
  await expect(act(ben, { act: 'accept', offer: 7 })).rejects.toMatchObject({ code: 'trade.changed' })
  expect(await newsFor(ann, id)).toEqual([])
  await act(ben, { act: 'decline', offer: 1 })
  expect(await newsFor(ann, id)).toEqual(['declined'])
})

test('a completed trade is told to both, once it is paid', async () => {
  const { id, act } = await openTrade(database, { maker: ann, taker: ben }, { now })
  await act(ben, { act: 'accept', offer: 1 })
  for (const member of [ann, ben]) await act(member, { act: 'receive' })
  for (let twice = 0; twice < 2; twice++) await settleTrades(database.app, { now, challengeSeconds: 60 })
  expect([await newsFor(ann, id), await newsFor(ben, id)]).toEqual([
    ['accepted', 'completed'],
    ['offered', 'completed'],
  ])
})

async function bonded() {
  const trade = await openTrade(database, { maker: ann, taker: ben }, { now, bond: 5, wallet: ann.wallet })
  await trade.act(ben, { act: 'accept', offer: 1, wallet: ben.wallet })
  const id = (await trade.read()).escrow?.id as Hex
  const tell = () => tellMirroredNews(database.app, now)
  return { trade: trade.id, id, tell }
}

test('bonds are told when the mirror shows them, each to whoever has to do something', async () => {
  const { trade, id, tell } = await bonded()
  await tell()
  expect(await newsFor(ben, trade)).toEqual(['offered'])
  await mirrorBond(database, { id, proposer: ann.wallet, counterparty: ben.wallet, bond: 5, at: now })
  await Promise.all([tell(), tell()])
  expect([await newsFor(ann, trade), await newsFor(ben, trade)]).toEqual([
    ['accepted'],
    ['offered', 'bonding'],
  ])
  await mirrorStep(database, { id, step: 'accepted', at: now })
  await tell()
  await mirrorStep(database, { id, step: 'disputed', actor: ben.wallet, ruleBy: now, at: now })
  await tell()
  await mirrorStep(database, { id, step: 'ruled', actor: randomAddress(), slashed: 1, at: now })
  await tell()
  expect(await newsFor(ann, trade)).toEqual(['accepted', 'bound', 'disputed', 'ruled'])
  expect(await newsFor(ben, trade)).toEqual(['offered', 'bonding', 'bound', 'ruled'])
})

test('what a reorg takes back and brings again is told once', async () => {
  const { trade, id, tell } = await bonded()
  await mirrorBond(database, { id, proposer: ann.wallet, counterparty: ben.wallet, bond: 5, at: now })
  const block = await mirrorStep(database, { id, step: 'accepted', at: now })
  await tell()
  await unmirror(database, block)
  await tell()
  await mirrorStep(database, { id, step: 'accepted', at: now })
  await tell()
  expect(await newsFor(ben, trade)).toEqual(['offered', 'bound'])
})

test('a trade that ends in another way is looked at no more', async () => {
  const { trade, id, tell } = await bonded()
  await mirrorBond(database, { id, proposer: ann.wallet, counterparty: ben.wallet, bond: 5, at: now })
  await mirrorStep(database, { id, step: 'withdrawn', at: now })
  await tell()
  const [row] = await database.app`select told from app.trade where id = ${trade}`
  expect([row?.told, await newsFor(ben, trade)]).toEqual([4, ['offered']])
})
