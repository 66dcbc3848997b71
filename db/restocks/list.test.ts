import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { monitorMisses, monitorSees } from '../../test/support/sighting.ts'
import { confirmRestock } from './confirm.ts'
import { type RestockFilter, whereRestock } from './filter.ts'
import { listRestocks } from './read.ts'
import { reportRestock } from './report.ts'

const now = new Date('2026-05-05T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
let database: TestDatabase
let here: { sneakerId: string; storeId: string }
let there: { sneakerId: string; storeId: string }
const ids: Record<'old' | 'fresh' | 'gone' | 'seen' | 'web', string> = {
  ...{ old: '', fresh: '', gone: '', seen: '', web: '' },
}

beforeAll(async () => {
  database = await createDatabase()
  const { app } = database
  here = await addCatalog(app)
  there = await addCatalog(app)
  await app`update app.store set address = null, latitude = null, longitude = null where id = ${there.storeId}`
  const [ana, ben] = [await addMember(app, 'ana'), await addMember(app, 'ben')]
  const report = (size: string, at: Date) =>
    reportRestock(app, {
      ...{ memberId: ana.id, now: at, challengeSeconds: 0 },
      report: { sneaker_id: here.sneakerId, store_id: here.storeId, size },
    })
  ids.old = await report('9', minutes(-90))
  await confirmRestock(app, { restockId: ids.old, memberId: ben.id, now: minutes(-80), challengeSeconds: 0 })
  ids.gone = await monitorSees(app, here, { now: minutes(-60) })
  await monitorMisses(app, here, { endedAt: minutes(-50) })
  ids.seen = await monitorSees(app, here, { now: minutes(-45) })
  ids.web = await monitorSees(app, there, { now: minutes(-40) })
  ids.fresh = await report('9.5', minutes(-5))
})
afterAll(() => database.close())

const list = async (filter: RestockFilter = {}, page: { limit?: number; before?: string } = {}) => {
  const found = await listRestocks(database.app, { memberId: null, limit: 9, ...page, filter, now })
  return found.map(({ id }) => Object.entries(ids).find(([, each]) => each === id)?.[0])
}

test('a list is narrowed by pair, style code, size, shop, source, and by when', async () => {
  expect(await list()).toEqual(['fresh', 'web', 'seen', 'gone', 'old'])
  expect(await list({ sneakerId: there.sneakerId })).toEqual(['web'])
  expect(await list({ styleCode: `T-${there.sneakerId}` })).toEqual(['web'])
  expect(await list({ styleCode: 'T-none' })).toEqual([])
  expect(await list({ size: '10', storeId: here.storeId })).toEqual(['seen', 'gone'])
  expect(await list({ source: 'member' })).toEqual(['fresh', 'old'])
  expect(await list({ since: minutes(-45) })).toEqual(['fresh', 'web', 'seen'])
  expect(await list({}, { limit: 2, before: ids.web })).toEqual(['seen', 'gone'])
})

test('open are those that a monitor sees and fresh reports; confirmed those that members confirmed', async () => {
  expect(await list({ openOnly: true })).toEqual(['fresh', 'web', 'seen'])
  expect(await list({ confirmedOnly: true })).toEqual(['old'])
})

test('a cell of any kind has the restocks of its shops; one that is only in the web is nowhere', async () => {
  const place = placeOf({ latitude: 37.8, longitude: -122.27 })
  for (const kind of ['city', 'area', 'street', 'door'] as const)
    expect(await list({ cell: { kind, id: place[kind] } })).toEqual(['fresh', 'seen', 'gone', 'old'])
  expect(await list({ cell: { kind: 'city', id: placeOf({ latitude: 0, longitude: 0 }).city } })).toEqual([])
})

describe('by index, and not by reading the whole table', () => {
  beforeAll(async () => {
    // 20,000 over two years by 500 members; in a hundred one confirmed, one that a monitor saw first, ten that one saw too.
    const { app } = database
    const other = await addCatalog(app)
    await app`
      insert into app.member (id, username) select gen_random_uuid(), 'busy_' || n from generate_series(1, 500) n`
    await app`
      with busy as (select array_agg(id) as ids from app.member where username like 'busy%'),
      made as (select n, ${now}::timestamptz - n * interval '50 minutes' as at from generate_series(1, 20000) n)
      insert into app.restock (id, sneaker_id, store_id, size, source, reported_by, reported_at, confirmed_at,
        change_id, confidence, seen_at, ended_at)
      select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid,
        ${other.sneakerId}, ${other.storeId}, '8', case when n % 100 = 1 then 'monitor' else 'member' end,
        case when n % 100 <> 1 then busy.ids[1 + n % 500] end, at, case when n % 100 = 0 then at end,
        case when n % 10 = 1 then gen_random_uuid() end, case when n % 10 = 1 then 1 end,
        case when n % 10 = 1 then at end, case when n % 10 = 1 then at end
      from made, busy`
    await app`analyze app.restock`
  })

  test.each<[string, string, RestockFilter | (() => RestockFilter)]>([
    ['nothing', 'restock_', {}],
    ['a pair', 'restock_of_sneaker', () => ({ sneakerId: there.sneakerId })],
    ['a shop', 'restock_of_store', () => ({ storeId: there.storeId })],
    ['confirmed ones', 'restock_confirmed_recent', { confirmedOnly: true }],
    ["monitors' ones", 'restock_monitored_recent', { source: 'monitor' }],
    ['open ones', 'restock_watched', { openOnly: true }],
    ['a time', 'restock_', { since: minutes(-60) }],
  ])('by %s', async (_, index, asked) => {
    const { app } = database
    const filter = typeof asked === 'function' ? asked() : asked
    const rows = await app<{ 'QUERY PLAN': string }[]>`
      explain select r.id from app.restock r where ${whereRestock(app, filter, now)} order by r.id desc limit 30`
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).not.toContain('Seq Scan')
    expect(plan).toContain(index)
  })
})
