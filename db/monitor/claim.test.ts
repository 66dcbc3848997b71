import { expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import type { Sighting } from '../../core/monitor/shape.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addCatalog } from '../../test/support/members.ts'
import { type Claim, claimOrigin, renewClaim, untilDue } from './claim.ts'
import { recordLook } from './record.ts'
import { settleVisit } from './settle.ts'
import { addTarget } from './target.ts'

const out: Sighting = {
  ...{ size: '9', label: '9', state: 'out', priceMinor: null, currency: null, evidence: 'said so' },
  confidence: 0.8,
}

/** Two shops with two products each, all due. */
async function world() {
  const { app: sql } = await databaseForTest()
  const ids = await addCatalog(sql)
  for (const page of ['a.example/1', 'a.example/2', 'b.example/1', 'b.example/2'])
    await addTarget(sql, { url: new URL(`https://${page}`), ...ids, everyMs: 60_000, now: new Date() })
  const take = async (): Promise<Claim> => {
    const claim = await claimOrigin(sql, uuidv7())
    if (!claim) throw new Error('nothing was due')
    return claim
  }
  const look = ({ lease, due }: Claim) =>
    recordLook(sql, {
      ...{ targetId: due[0]?.id ?? '', lease, seen: [out], askedAt: new Date(), now: new Date() },
    })
  return { sql, take, look }
}

const pathsOf = ({ due }: Claim) => due.map(({ reading }) => new URL(reading.url).pathname).sort()

test('whoever takes a shop has all that is due there, and nobody else goes there meanwhile', async () => {
  const { sql, take } = await world()
  const both = await Promise.all([take(), take()])
  expect(both.map(({ origin }) => origin).sort()).toEqual(['https://a.example', 'https://b.example'])
  expect(both.map(pathsOf)).toEqual([
    ['/1', '/2'],
    ['/1', '/2'],
  ])
  expect(await claimOrigin(sql, uuidv7())).toBeUndefined()
  expect(await untilDue(sql)).toBeGreaterThan(5_000)
})

test('a lease that ran out is taken by another, with the place at the gate; who had it writes nothing more', async () => {
  const { sql, take, look } = await world()
  const [late] = [await take(), await take()]
  await sql`update app.monitor_origin set lease_until = now() where origin = ${late.origin}`
  const next = await take()
  expect(next).toMatchObject({ origin: late.origin, visitor: late.visitor })
  expect([await renewClaim(sql, late), await renewClaim(sql, next)]).toEqual([false, true])
  expect(await look(late)).toBeUndefined()
  await settleVisit(sql, late, { rows: [], restMs: 60_000 })
  expect(await sql`select 1 from app.stock`).toHaveLength(0)
  expect(await look(next)).toEqual([])
  expect(await sql`select size, state, known from app.stock`).toEqual([
    { size: '9', state: 'out', known: 'out' },
  ])
})

test('what was not looked at is due again at once, unless the shop wants to rest', async () => {
  const { sql, take } = await world()
  const [first, second] = [await take(), await take()]
  await settleVisit(sql, first, { rows: [], restMs: 0 })
  await settleVisit(sql, second, { rows: [], restMs: 60_000 })
  expect((await take()).origin).toBe(first.origin)
  expect(await claimOrigin(sql, uuidv7())).toBeUndefined()
})
