import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { restockShape } from '../../core/restock/shape.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addCatalog, addMember, type TestMember } from '../../test/support/members.ts'
import { monitorMisses, monitorSees } from '../../test/support/sighting.ts'
import { vouchedActs } from '../ring/acts.ts'
import { seeDevice } from '../ring/device.ts'
import { confirmRestock } from './confirm.ts'
import { endSilent } from './end-silent.ts'
import { getRestock } from './read.ts'
import { reportRestock } from './report.ts'

const now = new Date('2026-05-05T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
let database: TestDatabase
let spot: { sneakerId: string; storeId: string }
let [ana, ben, cleo]: TestMember[] = []
let count = 0

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  spot = await addCatalog(database.app)
  ;[ana, ben, cleo] = await Promise.all(
    ['ana', 'ben', 'cleo'].map((name) => addMember(database.app, `${name}_${count++}`)),
  )
})

const sees = (change: Parameters<typeof monitorSees>[2] = {}) =>
  monitorSees(database.app, spot, { now, ...change })
const misses = (endedAt = minutes(5)) => monitorMisses(database.app, spot, { endedAt })
const report = (
  by = ana,
  { at = minutes(1), ...more }: { at?: Date; note?: string; price_minor?: number } = {},
) =>
  reportRestock(database.app, {
    memberId: by?.id ?? '',
    report: { sneaker_id: spot.sneakerId, store_id: spot.storeId, size: '10', ...more },
    now: at,
    challengeSeconds: 60,
  })
const confirm = (restockId: string, by = ben, at = minutes(2)) =>
  confirmRestock(database.app, { restockId, memberId: by?.id ?? '', now: at, challengeSeconds: 60 })
const read = (id: string, at = minutes(1)) =>
  getRestock(database.app, { id, memberId: ana?.id ?? null, now: at })
const awardsOf = (id: string) =>
  database.app<{ rule: string; member_id: string; amount: bigint; matures_at: Date | null }[]>`
    select rule, member_id, amount, matures_at from app.award where source_id = ${id} order by rule`
const alerts = async () =>
  (await database.app`select restock_id from app.alert where sneaker_id = ${spot.sneakerId}`).map(
    (row) => row.restock_id,
  )

const states = async () =>
  (await database.app`select state from app.alert where sneaker_id = ${spot.sneakerId} order by seq`).map(
    (row) => row.state,
  )

/** Another page of the shop that has the size. @returns its id */
async function watchPage(size = '10', known = 'in'): Promise<string> {
  const id = uuidv7()
  const origin = `https://shop-${id}.test`
  await database.app`insert into app.monitor_origin (origin, next_at) values (${origin}, now())`
  await database.app`
    insert into app.monitor_target (id, url, origin, sneaker_id, store_id, next_at, interval_ms)
    values (${id}, ${`${origin}/p`}, ${origin}, ${spot.sneakerId}, ${spot.storeId}, now(), 1000)`
  await database.app`
    insert into app.stock (target_id, size, label, state, known, evidence, confidence, since, seen_at)
    values (${id}, ${size}, ${size}, 'unknown', ${known}, 'InStock', 1, ${now}, ${now})`
  return id
}

describe('what a monitor sees', () => {
  test('is a restock with its evidence and latency, and without a reporter', async () => {
    const restock = await read(await sees())
    expect(restockShape.parse(restock)).toEqual(restock)
    expect(restock).toMatchObject({
      ...{ source: 'monitor', reported_by: null, mine: false, evidence: 'InStock', confidence: 0.9 },
      ...{ price_minor: 11_000, currency: 'USD', seen_at: now.toISOString(), latency_ms: 120, open: true },
      ...{ ended_at: null, confirmed_at: null, confirmations: 0 },
    })
  })

  test('is one restock and one alert while it is open, however often and on however many pages it is seen', async () => {
    const first = await sees()
    expect(await sees({ now: minutes(90) })).toBe(first)
    expect(await alerts()).toEqual([first])
    expect(await read(first, minutes(600))).toMatchObject({ open: true })
  })

  test('is over when the shop says so, and another one when it comes back', async () => {
    const first = await sees()
    expect(await misses()).toBe(first)
    expect(await misses()).toBeUndefined()
    expect(await read(first)).toMatchObject({ open: false, ended_at: minutes(5).toISOString() })
    const second = await sees({ now: minutes(6) })
    expect(second).not.toBe(first)
    expect(await alerts()).toEqual([first, second])
  })

  test('is not over while another page of the shop still has it', async () => {
    const id = await sees()
    const target = await watchPage()
    expect(await misses()).toBeUndefined()
    await database.app`update app.stock set known = 'out' where target_id = ${target}`
    expect(await misses()).toBe(id)
  })

  test('is over when nobody looks after it any more: paused, or silent for a day', async () => {
    const [paused, silent, heard] = [await sees(), await sees({ size: '11' }), await sees({ size: '12' })]
    const { app } = database
    await app`update app.monitor_target set paused = true where id = ${await watchPage()}`
    await app`update app.stock set seen_at = ${minutes(-24 * 60)} where target_id = ${await watchPage('11')}`
    await watchPage('12')
    await endSilent(app, minutes(1))
    const isOpen = async (id: string) => (await read(id))?.open
    expect([await isOpen(paused), await isOpen(silent), await isOpen(heard)]).toEqual([false, false, true])
    expect(await endSilent(app, minutes(1))).toBe(0)
  })

  test('belongs to one change: a second restock of it is refused', async () => {
    const changeId = uuidv7()
    await sees({ changeId })
    await misses()
    await expect(sees({ changeId })).rejects.toThrow('restock_change_id_key')
  })
})

describe('what can only be ordered ahead', () => {
  const ahead = (at = now) => sees({ state: 'preorder', now: at })

  test('is a restock that says so, and is over when it is sold out', async () => {
    const id = await ahead()
    expect(await read(id)).toMatchObject({ state: 'preorder', open: true, source: 'monitor' })
    expect(await states()).toEqual(['preorder'])
    expect(await misses()).toBe(id)
  })

  test('is over when the pairs are there, which is news', async () => {
    const first = await ahead()
    const second = await sees({ now: minutes(2) })
    expect(second).not.toBe(first)
    expect(await read(first)).toMatchObject({ open: false, ended_at: minutes(2).toISOString() })
    expect(await read(second)).toMatchObject({ state: 'in', open: true })
    expect(await states()).toEqual(['preorder', 'in'])
  })

  test('is not over while another page of the shop still takes orders, nor told beside one that has pairs', async () => {
    const id = await ahead()
    const target = await watchPage('10', 'preorder')
    expect(await misses()).toBeUndefined()
    await database.app`update app.stock set known = 'in' where target_id = ${target}`
    expect(await misses(minutes(6))).toBe(id)
    const there = await sees({ now: minutes(7) })
    expect(await ahead(minutes(8))).toBe(there)
    expect(await states()).toEqual(['preorder', 'in'])
  })

  test('is no witness of what a member saw on a shelf, and a shelf that has it is news beside it', async () => {
    const reported = await report(ana, { at: minutes(-1) })
    const seen = await ahead()
    expect(seen).not.toBe(reported)
    expect(await read(reported)).toMatchObject({ confidence: 0.5, evidence: null, state: 'in' })
    await expect(report(ben)).rejects.toMatchObject({ code: 'restock.already-reported' })
    const shelf = await report(ben, { at: minutes(31) })
    expect([reported, seen]).not.toContain(shelf)
    expect(await awardsOf(shelf)).toMatchObject([{ rule: 'restock.report' }])
  })

  test('is not kept open by a page that has pairs instead, when nobody looks at its own', async () => {
    const id = await ahead()
    await watchPage('10', 'in')
    await endSilent(database.app, minutes(1))
    expect(await read(id)).toMatchObject({ open: false })
  })
})

describe('a report of what a monitor saw', () => {
  test('is a confirmation of it with its note, alerts nobody and earns no report', async () => {
    const id = await sees()
    expect(await report(ana, { note: 'Left of the till' })).toBe(id)
    expect(await read(id)).toMatchObject({
      ...{
        note: 'Left of the till',
        confirmations: 1,
        confirmed_by_me: true,
        mine: false,
        source: 'monitor',
      },
      confidence: 0.95,
    })
    expect(await alerts()).toEqual([id])
    expect(await awardsOf(id)).toEqual([
      { rule: 'restock.first-confirmation', member_id: ana?.id, amount: karma(1), matures_at: null },
    ])
    await expect(report(ana)).rejects.toMatchObject({ code: 'restock.already-confirmed' })
  })

  test('earns what a first confirmation earns once a second member vouches for it, and no other does', async () => {
    const id = await sees()
    await report(ana)
    await confirm(id, ben)
    await confirm(id, cleo)
    expect(await awardsOf(id)).toEqual([
      { rule: 'restock.first-confirmation', member_id: ana?.id, amount: karma(1), matures_at: minutes(3) },
    ])
  })

  test('is not vouched for by who shares a browser with its member', async () => {
    const mark = randomBytes(32)
    for (const member of [ana, ben]) await seeDevice(database.app, { memberId: member?.id ?? '', mark, now })
    const id = await sees()
    await report(ana)
    await confirm(id, ben)
    expect(await awardsOf(id)).toMatchObject([{ matures_at: null }])
    expect(await read(id)).toMatchObject({ confirmations: 1 })
    await confirm(id, cleo)
    expect(await awardsOf(id)).toMatchObject([{ matures_at: minutes(3) }])
  })

  test('is an act of its member in the eye that looks for rings', async () => {
    const id = await sees()
    await report(ana)
    const acts = () =>
      vouchedActs(database.app, { memberIds: [ana?.id ?? '', ben?.id ?? ''], now: minutes(9) })
    expect(await acts()).toEqual([])
    await confirm(id, ben)
    expect(await acts()).toEqual([{ owner: ana?.id, vouchers: [ben?.id] }])
  })

  test('is news again after the shop said that it is gone', async () => {
    const id = await sees()
    await misses()
    const other = await report(ana, { at: minutes(6) })
    expect(other).not.toBe(id)
    expect(await awardsOf(other)).toMatchObject([{ rule: 'restock.report' }])
  })

  test('names a price where the shop named none', async () => {
    const id = await sees({ priceMinor: null, currency: null })
    await report(ana, { price_minor: 9_900 })
    expect(await read(id)).toMatchObject({ price_minor: 9_900, currency: 'USD' })
  })
})

describe('what a member reported and a monitor sees then', () => {
  test("stays the member's, is surer, alerts nobody again and confirms nothing", async () => {
    const id = await report(ana)
    expect(await read(id)).toMatchObject({ confidence: 0.5, open: true })
    expect(await sees({ now: minutes(2) })).toBe(id)
    expect(await read(id, minutes(600))).toMatchObject({
      ...{ source: 'member', mine: true, confidence: 0.95, evidence: 'InStock', price_minor: 11_000 },
      ...{ confirmations: 0, confirmed_at: null, open: true },
    })
    expect(await alerts()).toEqual([id])
    expect(await awardsOf(id)).toMatchObject([{ rule: 'restock.report', matures_at: null }])
  })

  test('pays its reporter when a member confirms it, be it by a report', async () => {
    const id = await report(ana)
    await sees({ now: minutes(2) })
    await expect(report(ana, { at: minutes(3) })).rejects.toMatchObject({ code: 'restock.already-reported' })
    expect(await report(ben, { at: minutes(45) })).toBe(id)
    expect(await awardsOf(id)).toMatchObject([
      { rule: 'restock.first-confirmation', member_id: ben?.id, matures_at: minutes(46) },
      { rule: 'restock.report', member_id: ana?.id, matures_at: minutes(46) },
    ])
  })

  test('is another restock when the report is not fresh any more', async () => {
    const id = await report(ana, { at: minutes(-31) })
    expect(await sees()).not.toBe(id)
    expect(await read(id)).toMatchObject({ open: false, ended_at: null })
  })

  test('is not ended by the page of a shop when no monitor ever saw it: a shelf is no page', async () => {
    const id = await report(ana)
    expect(await misses()).toBeUndefined()
    expect(await read(id)).toMatchObject({ open: true })
  })
})
