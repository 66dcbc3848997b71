import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { drawJury, jurySeed } from '../../core/trade/jury.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, type TestMember } from '../../test/support/members.ts'
import { giveThePast } from '../../test/support/minted.ts'
import { openTrade } from '../../test/support/trades.ts'
import { noteActive } from '../ring/active.ts'
import { seeDevice } from '../ring/device.ts'
import { awaitedRounds, drawJuries, openJuries } from './jury.ts'
import { voteAsJuror } from './jury-vote.ts'
import { reputationsOf } from './reputation.ts'
import { settleTrades } from './settle.ts'

const now = new Date()
let database: TestDatabase
let ann: TestMember
let ben: TestMember
let count = 0

const trusted = async (name: string) => {
  const member = await addMember(database.app, `${name}_${count}`)
  await giveThePast(database, member, { earned: karma(50), days: 7, now })
  return member
}

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  count++
  ;[ann, ben] = [await trusted('ann'), await trusted('ben')]
})

const settle = () => settleTrades(database.app, { now, challengeSeconds: 60 })
const awards = (id: string) =>
  database.app`select member_id, matures_at from app.award where source_id = ${id} and rule = 'trade.completed'`

async function complete(maker = ann, taker = ben) {
  const trade = await openTrade(database, { maker, taker }, { now })
  await trade.act(taker, { act: 'accept', offer: 1 })
  await trade.act(maker, { act: 'receive' })
  await trade.act(taker, { act: 'receive' })
  return trade.id
}
const reputation = async ({ id }: TestMember) => (await reputationsOf(database.app, [id])).get(id)

test('a completed trade pays both sides once, after a challenge window', async () => {
  const id = await complete()
  await Promise.all([settle(), settle()])
  await settle()
  const paid = await awards(id)
  expect(paid.map((award) => award.member_id).sort()).toEqual([ann.id, ben.id].sort())
  expect(paid.every((award) => award.matures_at !== null)).toBe(true)
})

test('many trades with one partner are one partner’s word', async () => {
  for (let trades = 0; trades < 3; trades++) await complete()
  expect(await reputation(ann)).toMatchObject({ partners: 0, completed: 3 })
  await settle()
  expect(await reputation(ann)).toEqual({ partners: 1, completed: 3, lost: 0 })
  await complete(await trusted('cleo'), ann)
  await settle()
  expect(await reputation(ann)).toEqual({ partners: 2, completed: 4, lost: 0 })
})

test('two who are tied to each other earn nothing and no name by it', async () => {
  const mark = randomBytes(32)
  for (const { id } of [ann, ben]) await seeDevice(database.app, { memberId: id, mark, now })
  const id = await complete()
  await settle()
  expect(await awards(id)).toHaveLength(0)
  expect(await reputation(ben)).toMatchObject({ partners: 0, completed: 1 })
})

test('a jury is drawn from a list that was closed before its round, and more than half of it decides', async () => {
  const { app } = database
  const crowd = await Promise.all(Array.from({ length: 8 }, (_, place) => trusted(`juror${place}`)))
  await noteActive(app, { memberIds: [...crowd, ann, ben].map(({ id }) => id), now })
  const trade = await openTrade(database, { maker: ann, taker: ben }, { now })
  await trade.act(ben, { act: 'accept', offer: 1 })
  await trade.act(ben, { act: 'dispute', text: 'The box was empty.' })
  await openJuries(app, { round: async () => 77n, now })
  expect(await awaitedRounds(app)).toContain(77n)
  const { dispute } = await trade.read()
  const pool = dispute?.jury?.pool ?? []
  expect(pool).not.toContain(ann.id)
  expect(crowd.every(({ id }) => pool.includes(id))).toBe(true)
  const randomness = `0x${'7a'.repeat(32)}` as const
  for (let twice = 0; twice < 2; twice++) await drawJuries(app, { round: 77n, randomness, now })
  const seated = drawJury(jurySeed(randomness, trade.id), pool)
  const rows = await app`select member_id from app.trade_juror where trade_id = ${trade.id} order by seat`
  expect(rows.map((row) => row.member_id)).toEqual(seated)
  const vote = (memberId = '') => voteAsJuror(app, { id: trade.id, memberId, slashed: 'maker', now })
  await expect(vote((await trusted('late')).id)).rejects.toMatchObject({ code: 'trade.not-yours' })
  await expect(vote(ann.id)).rejects.toMatchObject({ code: 'trade.own-dispute' })
  await vote(seated[0])
  await expect(vote(seated[0])).rejects.toMatchObject({ code: 'trade.twice' })
  await vote(seated[1])
  expect((await trade.read()).state).toBe('disputed')
  await vote(seated[2])
  expect(await trade.read()).toMatchObject({ state: 'ruled', ruling: { slashed: 'maker' } })
  await expect(vote(seated[3])).rejects.toMatchObject({ code: 'trade.state' })
})
