import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, randomAddress, type TestMember } from '../../test/support/members.ts'
import { fillAround, openRing } from '../../test/support/rings.ts'
import { listCloset, putInCloset, takeFromCloset } from '../closet/items.ts'
import { suggestTrades } from '../closet/matches.ts'
import { readTrade } from '../trades/load.ts'
import { forgetRings } from './of-member.ts'
import { proposeRing } from './propose.ts'
import { newestRings } from './read.ts'

const now = new Date()
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
let database: TestDatabase
let ann: TestMember
let ben: TestMember
let cleo: TestMember
let count = 0

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  count++
  const add = (name: string) => addMember(database.app, `${name}_${count}`)
  ;[ann, ben, cleo] = [await add('ann'), await add('ben'), await add('cleo')]
})

const code = (found: string) => expect.objectContaining({ code: found })
const open = (change: object = {}) => openRing(database, [ann, ben, cleo], { now, ...change })
const tradesOf = async ({ id }: { id: string }) =>
  (
    await database.app<{ id: string }[]>`
      select id from app.trade where maker_id = ${id} or taker_id = ${id} order by id`
  ).map((row) => row.id)
const newsFor = async ({ id }: TestMember) =>
  (
    await database.app`select state from app.alert where kind = 'trade' and member_id = ${id} order by seq`
  ).map(({ state }) => state)

test('a ring that closets suggest is proposed as it is, and its proposer is in', async () => {
  const items = await fillAround(database, [ann, ben, cleo])
  const [match] = await suggestTrades(database.app, ann.id)
  expect(match?.steps.map(({ item }) => item)).toEqual(items)
  const input = { items, bond: 0, answer_seconds: 3600, sending_seconds: 86_400 }
  await proposeRing(database.app, { memberId: ann.id, input, now })
  const [ring] = await newestRings(database.app, { memberId: ben.id, now })
  expect(ring).toMatchObject({ state: 'open', may: ['join', 'call-off'] })
  expect(ring?.legs.map(({ from, to, joined }) => [from, to, joined])).toEqual([
    [ann.username, ben.username, true],
    [ben.username, cleo.username, false],
    [cleo.username, ann.username, false],
  ])
  expect([await newsFor(ann), await newsFor(ben)]).toEqual([[], ['ring-offered']])
})

test('nothing is agreed before the third has joined; then all three trades are', async () => {
  const { act, read } = await open()
  await act(ben, { act: 'join' })
  await expect(act(ben, { act: 'join' })).rejects.toThrow(code('trade.twice'))
  expect([(await read()).state, await tradesOf(ann)]).toEqual(['open', []])
  await act(cleo, { act: 'join' })
  const ring = await read()
  expect(ring).toMatchObject({ state: 'agreed', may: [] })
  for (const [place, giver] of [ann, ben, cleo].entries()) {
    const { trade_id: id } = ring.legs[place] ?? {}
    const trade = await readTrade(database.app, { id: id ?? '', memberId: giver.id, now })
    expect(trade).toMatchObject({ state: 'agreed', mine: 'maker', escrow: null })
    expect(trade.offers[0]?.maker_gives[0]?.sneaker.id).toBe(ring.legs[place]?.sneaker.id)
  }
  expect(await newsFor(ann)).toEqual(['ring-agreed'])
})

test('of two who join last at once, three trades come and no more', async () => {
  const rings = [await open(), await open(), await open(), await open()]
  await Promise.all(rings.flatMap(({ act }) => [act(ben, { act: 'join' }), act(cleo, { act: 'join' })]))
  for (const { read } of rings) expect((await read()).state).toBe('agreed')
  expect(await tradesOf(ann)).toHaveLength(2 * rings.length)
})

test('with bonds each names a wallet of their own, which stands in both of their trades', async () => {
  const { act, read } = await open({ bond: 5, wallet: ann.wallet })
  await expect(act(ben, { act: 'join' })).rejects.toThrow(code('trade.wallet'))
  await expect(act(ben, { act: 'join', wallet: randomAddress() })).rejects.toThrow(
    code('member.wallet-unknown'),
  )
  for (const member of [ben, cleo]) await act(member, { act: 'join', wallet: member.wallet })
  const [leg] = (await read()).legs
  const trade = await readTrade(database.app, { id: leg?.trade_id ?? '', memberId: ann.id, now })
  expect(trade).toMatchObject({
    ...{ state: 'bonding', may: ['bond'] },
    escrow: { proposer: ann.wallet, counterparty: ben.wallet },
  })
})

test('a wallet that is not its owner’s any more stops all three trades, not one of them', async () => {
  const { act, read } = await open({ bond: 5, wallet: ann.wallet })
  await act(ben, { act: 'join', wallet: ben.wallet })
  await database.app`delete from app.wallet where member_id = ${ann.id}`
  await expect(act(cleo, { act: 'join', wallet: cleo.wallet })).rejects.toThrow(code('member.wallet-unknown'))
  expect((await read(cleo)).state).toBe('open')
  for (const member of [ann, ben, cleo]) expect(await tradesOf(member)).toEqual([])
})

test('each of the three calls an open ring off, and nobody one that has ended', async () => {
  const { act, read } = await open()
  await act(cleo, { act: 'call-off' })
  expect(await read()).toMatchObject({ state: 'called-off', may: [] })
  await expect(act(ben, { act: 'join' })).rejects.toThrow(code('trade.state'))
  expect([await newsFor(ann), await newsFor(cleo)]).toEqual([['ring-off'], ['ring-offered']])
  const late = await open()
  await expect(late.act(ben, { act: 'join' }, later(3600))).rejects.toThrow(code('trade.expired'))
})

test('a stranger neither sees nor joins it', async () => {
  const { act, id } = await open()
  const stranger = await addMember(database.app, `stranger_${count}`)
  await expect(act(stranger, { act: 'join' })).rejects.toThrow(code('trade.not-yours'))
  expect(await newestRings(database.app, { memberId: stranger.id, now })).toEqual([])
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
})

test('what closets do not say is no ring: another’s first, the wrong order, a pair taken out, two who block each other', async () => {
  const { items } = await open()
  const propose = (ids: string[], { id: memberId } = ann) =>
    proposeRing(database.app, {
      ...{ memberId, now },
      input: { items: ids, bond: 0, answer_seconds: 3600, sending_seconds: 86_400 },
    })
  const [one = '', other = '', third = ''] = items
  await expect(propose(items, ben)).rejects.toThrow(code('trade.ring'))
  await expect(propose([one, third, other])).rejects.toThrow(code('trade.ring'))
  await expect(propose([one, one, other])).rejects.toThrow(code('trade.ring'))
  await database.app`
    insert into app.member_block (member_id, other_id, kind, created_at) values (${ben.id}, ${cleo.id}, 'block', now())`
  await expect(propose(items)).rejects.toThrow(code('trade.blocked'))
  await database.app`delete from app.member_block where member_id = ${ben.id}`
  const wanted = (await listCloset(database.app, cleo.id)).find(({ side }) => side === 'want')
  await takeFromCloset(database.app, { id: wanted?.id ?? '', memberId: cleo.id })
  const otherSize = { side: 'want', sneaker_id: wanted?.sneaker.id ?? '', size: '11' } as const
  await putInCloset(database.app, { memberId: cleo.id, input: otherSize, now })
  await expect(propose(items)).rejects.toThrow(code('trade.ring'))
})

test('one who leaves calls their open rings off, and leaves no wallet in any', async () => {
  const { read } = await open({ bond: 5, wallet: ann.wallet })
  await forgetRings(database.app, { memberId: ann.id, now })
  expect((await read(ben)).state).toBe('called-off')
  const wallets = await database.app`select wallet from app.trade_ring_leg where giver_id = ${ann.id}`
  expect(wallets.map(({ wallet }) => wallet)).toEqual([null])
})
