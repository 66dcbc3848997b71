import { expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import type { KnownState, Sighting } from '../../core/monitor/shape.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addCatalog } from '../../test/support/members.ts'
import type { Sql } from '../client.ts'
import { claimOrigin } from './claim.ts'
import { recordLook } from './record.ts'
import { settleVisit } from './settle.ts'
import { addTarget } from './target.ts'

const seen = (state: KnownState): Sighting[] => [
  {
    ...{ size: '10', label: '10', state, priceMinor: 15_000, currency: 'USD', evidence: state },
    confidence: 0.9,
  },
]
const copy = { etag: '"first"', lastModified: null, bodyHash: 'aa' }

async function visit(sql: Sql) {
  await sql`update app.monitor_target set next_at = now()`
  await sql`update app.monitor_origin set next_at = now(), lease_until = now()`
  const claim = await claimOrigin(sql, uuidv7())
  const [due] = claim?.due ?? []
  if (!claim || !due) throw new Error('nothing is due')
  const look = (state: KnownState) => {
    const now = new Date()
    const { lease } = claim
    return recordLook(sql, { targetId: due.id, lease, seen: seen(state), askedAt: now, now })
  }
  const settle = () => {
    const row = { id: due.id, reading: { ...due.reading, copy }, intervalMs: 1_000, waitMs: 1_000 }
    const rest = { failures: 0, error: null, askedAt: new Date(), paused: false }
    return settleVisit(sql, claim, { rows: [{ ...row, ...rest }], restMs: 0 })
  }
  return { copy: due.reading.copy, look, settle }
}

test('a visit killed between its news and its end leaves no names of the page before: going back to that is news too', async () => {
  const { app: sql } = await databaseForTest()
  const { sneakerId, storeId } = await addCatalog(sql)
  const url = new URL('https://shop.example/products/p0')
  await addTarget(sql, { url, sneakerId, storeId, now: new Date() })
  const whole = await visit(sql)
  await whole.look('out')
  await whole.settle()
  const killed = await visit(sql)
  expect(killed.copy).toEqual(copy)
  expect(await killed.look('in')).toMatchObject([{ before: 'out', after: 'in' }])
  const next = await visit(sql)
  expect(next.copy).toEqual({ etag: null, lastModified: null, bodyHash: null })
  expect(await next.look('out')).toMatchObject([{ before: 'in', after: 'out' }])
})

test('a restock is told when orders are taken, and again when the pairs are there; that only orders are left ends it', async () => {
  const { app: sql } = await databaseForTest()
  const { sneakerId, storeId } = await addCatalog(sql)
  const url = new URL('https://shop.example/products/p0')
  await addTarget(sql, { url, sneakerId, storeId, now: new Date() })
  const { look } = await visit(sql)
  const after = async (state: KnownState) => {
    await look(state)
    const restocks = await sql<{ state: string; open: boolean }[]>`
      select state, ended_at is null as open from app.restock order by id`
    return restocks.map(({ state, open }) => `${state}${open ? '' : ', gone'}`)
  }
  expect(await after('out')).toEqual([])
  expect(await after('preorder')).toEqual(['preorder'])
  expect(await after('in')).toEqual(['preorder, gone', 'in'])
  expect(await after('preorder')).toEqual(['preorder, gone', 'in, gone'])
  expect(await after('out')).toEqual(['preorder, gone', 'in, gone'])
  const told = await sql`select state from app.alert order by seq`
  expect(told.map(({ state }) => state)).toEqual(['preorder', 'in'])
})
