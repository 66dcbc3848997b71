import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, type TestMember } from '../../test/support/members.ts'
import { addLoosePhoto, anOffer, openTrade } from '../../test/support/trades.ts'
import { findPhoto, isPublic, seesPhoto } from '../photos/read.ts'
import { createTrade } from './create.ts'
import { ownTrades } from './list.ts'
import { ruleOnTrade } from './rule.ts'

const now = new Date('2026-11-20T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
let database: TestDatabase
let ann: TestMember
let ben: TestMember
let eve: TestMember
let count = 0

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  count++
  const [one, two, three] = await Promise.all(
    ['ann', 'ben', 'eve'].map((name) => addMember(database.app, `${name}_${count}`)),
  )
  if (!one || !two || !three) throw new Error('no members')
  ;[ann, ben, eve] = [one, two, three]
})

const open = (change: Parameters<typeof openTrade>[2] = { now }) =>
  openTrade(database, { maker: ann, taker: ben }, change)
const code = (found: string) => expect.objectContaining({ code: found })

test('an offer is answered by one of the other side, accepted, sent and received', async () => {
  const { act, read, offer } = await open()
  expect(await read(ben)).toMatchObject({
    state: 'offered',
    mine: 'taker',
    may: ['counter', 'accept', 'decline'],
  })
  const [given, asked] = [offer.asks, offer.gives]
  await act(ben, {
    act: 'counter',
    offer: 1,
    with: { ...offer, gives: given, asks: asked, note: 'Mine are new' },
  })
  const countered = await read()
  expect(countered.offers.map(({ no, by, note }) => [no, by, note])).toEqual([
    [2, 'taker', 'Mine are new'],
    [1, 'maker', null],
  ])
  const [first, second] = countered.offers
  expect(first?.maker_gives).toEqual(second?.maker_gives)
  await act(ann, { act: 'accept', offer: 2 })
  expect(await read()).toMatchObject({
    state: 'agreed',
    escrow: null,
    confirm_by: later(86_400).toISOString(),
  })
  await act(ann, { act: 'ship' })
  expect(await read()).toMatchObject({ state: 'underway', maker: { shipped_at: now.toISOString() } })
  await act(ben, { act: 'receive' })
  expect(await read()).toMatchObject({ state: 'underway', taker: { received: true } })
  await act(ann, { act: 'receive' })
  expect(await read()).toMatchObject({ state: 'completed', may: [] })
})

test('an offer that expired, that changed, or that is one’s own is not accepted', async () => {
  const { act, read, offer } = await open()
  await expect(act(ann, { act: 'accept', offer: 1 })).rejects.toThrow(code('trade.own'))
  await expect(act(ben, { act: 'accept', offer: 1 }, later(3600))).rejects.toThrow(code('trade.expired'))
  await act(ben, { act: 'counter', offer: 1, with: offer })
  await expect(act(ann, { act: 'accept', offer: 1 })).rejects.toThrow(code('trade.changed'))
  expect(await read()).toMatchObject({ state: 'offered' })
})

test('a stranger neither reads a trade nor acts in it', async () => {
  const { act, read } = await open()
  await act(ben, { act: 'accept', offer: 1 })
  await expect(read(eve)).rejects.toThrow(code('trade.not-yours'))
  await expect(act(eve, { act: 'receive' })).rejects.toThrow(code('trade.not-yours'))
  expect((await ownTrades(database.app, { memberId: eve.id, now, limit: 9 })).items).toEqual([])
})

test('nothing can be said twice, and nothing after the time is over', async () => {
  const { act, read } = await open()
  await act(ben, { act: 'accept', offer: 1 })
  await act(ben, { act: 'receive' })
  await expect(act(ben, { act: 'receive' })).rejects.toThrow(code('trade.twice'))
  const over = later(86_400)
  await expect(act(ann, { act: 'receive' }, over)).rejects.toThrow(code('trade.expired'))
  await expect(act(ann, { act: 'dispute', text: 'Too late' }, over)).rejects.toThrow(code('trade.expired'))
  expect(await read(ann, over)).toMatchObject({ state: 'timed-out', may: [] })
})

test('of two who answer at once one is heard', async () => {
  const { act, read } = await open()
  const answers = await Promise.allSettled([
    act(ben, { act: 'accept', offer: 1 }),
    act(ann, { act: 'withdraw', offer: 1 }),
  ])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(['agreed', 'withdrawn']).toContain((await read()).state)
})

test('one does not trade with oneself, with who blocks one, or in pairs that nobody knows', async () => {
  const { app } = database
  const offer = await anOffer(database)
  const make = (input: object) =>
    createTrade(app, { memberId: ann.id, input: { ...offer, with: ben.username, ...input }, now })
  await expect(make({ with: ann.username })).rejects.toThrow(code('trade.own'))
  const [pair] = offer.gives
  const unknown = { ...pair, sneaker_id: ann.id }
  await expect(make({ gives: [unknown] })).rejects.toThrow(code('catalog.unknown'))
  await app`
    insert into app.member_block (member_id, other_id, kind, created_at) values (${ben.id}, ${ann.id}, 'block', ${now})`
  await expect(make({})).rejects.toThrow(code('trade.blocked'))
  expect(await app`select 1 from app.trade where maker_id = ${ann.id}`).toHaveLength(0)
})

describe('a dispute without bonds', () => {
  const dispute = async () => {
    const trade = await open()
    await trade.act(ben, { act: 'accept', offer: 1 })
    await trade.act(ben, { act: 'dispute', text: 'The box was empty.' })
    return trade
  }

  test('holds both accounts and is decided by a moderator who is no side of it', async () => {
    const { id, act, read } = await dispute()
    await act(ann, { act: 'tell', text: 'It was full.' })
    expect(await read()).toMatchObject({
      ...{ state: 'disputed', dispute: { by: 'taker' } },
      ...{ maker: { told: 'It was full.' }, taker: { told: 'The box was empty.' } },
    })
    const ruling = { slashed: 'maker' as const, note: 'The photo shows it.' }
    const rule = (by: TestMember) => ruleOnTrade(database.app, { id, memberId: by.id, input: ruling, now })
    await expect(rule(ann)).rejects.toThrow(code('trade.own-dispute'))
    await rule(eve)
    expect(await read()).toMatchObject({ state: 'ruled', ruling, maker: { reputation: { lost: 1 } } })
    await expect(rule(eve)).rejects.toThrow(code('trade.state'))
  })

  test('is seen by moderators, and by no other member', async () => {
    const { read } = await dispute()
    await expect(read(eve)).rejects.toThrow(code('trade.not-yours'))
    await database.app`update app.member set role = 'moderator' where id = ${eve.id}`
    expect(await read(eve)).toMatchObject({ mine: null, may: ['rule'] })
  })

  test('shows its photos to both sides and to who decides, and to nobody else', async () => {
    const { act, read } = await dispute()
    const id = await addLoosePhoto(database, ben)
    await expect(act(ann, { act: 'show', photo_ids: [id] })).rejects.toThrow(code('trade.photo'))
    await act(ben, { act: 'show', photo_ids: [id] })
    expect((await read()).taker.photos).toEqual([{ id, width: 1, height: 1 }])
    const photo = await findPhoto(database.app, id)
    if (!photo) throw new Error('no photo')
    expect(isPublic(photo)).toBe(false)
    const sees = (memberId: string | null) => seesPhoto(database.app, { photo, memberId, now })
    expect(await Promise.all([ann.id, ben.id, eve.id, null].map(sees))).toEqual([true, true, false, false])
    await database.app`update app.member set role = 'moderator' where id = ${eve.id}`
    expect(await sees(eve.id)).toBe(true)
  })

  test('that nobody decides in time is over', async () => {
    const { read } = await dispute()
    expect(await read(ann, later(7 * 86_400))).toMatchObject({ state: 'timed-out' })
  })
})
