import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSnpdError } from '../../core/errors.ts'
import { type Random, seeded } from '../../core/random.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addCatalog, addMember, type TestMember, warmPool } from '../../test/support/members.ts'
import { monitorMisses, monitorSees } from '../../test/support/sighting.ts'
import { confirmRestock } from './confirm.ts'
import { isOpen } from './current.ts'
import { reportRestock } from './report.ts'

const start = new Date('2026-05-05T12:00:00Z').getTime()
const ROUNDS = 12
const AT_ONCE = 8
const refusals = new Set([
  ...['restock.already-reported', 'restock.already-confirmed', 'restock.own-report', 'restock.not-found'],
])
let database: TestDatabase
let members: TestMember[]

beforeAll(async () => {
  database = await createDatabase()
  members = await Promise.all(['ana', 'ben', 'cleo', 'dan'].map((name) => addMember(database.app, name)))
  await warmPool(database.app)
})
afterAll(() => database.close())

type World = { spot: { sneakerId: string; storeId: string }; known: string[]; random: Random; now: Date }

/** One thing that a member or one of two monitors does. */
async function act({ spot, known, random, now }: World): Promise<string | undefined> {
  const { app } = database
  const memberId = members[random(members.length)]?.id ?? ''
  const restockId = known[random(known.length)]
  const what = random(10)
  if (what < 2) return monitorSees(app, spot, { now })
  if (what < 4) return monitorMisses(app, spot, { endedAt: now })
  if (what < 7 || !restockId) {
    const report = { sneaker_id: spot.sneakerId, store_id: spot.storeId, size: '10' }
    return reportRestock(app, { memberId, report, now, challengeSeconds: 60 })
  }
  await confirmRestock(app, { restockId, memberId, now, challengeSeconds: 60 })
  return undefined
}

/** Rounds of several acts at once, with time passing between them. */
async function play(seed: number): Promise<World['spot']> {
  const random = seeded(seed)
  const spot = await addCatalog(database.app)
  const known = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    const now = new Date(start + round * 12 * 60_000)
    const world = { spot, known: [...known], random, now }
    const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => act(world)))
    for (const each of done) {
      if (each.status === 'fulfilled' && each.value) known.add(each.value)
      if (each.status === 'rejected' && !(isSnpdError(each.reason) && refusals.has(each.reason.code)))
        throw each.reason
    }
    const { app } = database
    const open = await app`
      select 1 from app.restock r where r.sneaker_id = ${spot.sneakerId} and ${isOpen(app, now)}`
    expect(open.length, `open after round ${round} of seed ${seed}`).toBeLessThanOrEqual(1)
  }
  return spot
}

type Sum = {
  id: string
  source: string
  counted: number
  own: number
  reports: number
  firsts: number
  due: number
  alerts: number
  others: number
}

/** What there is of each restock of this spot. */
const sumsOf = ({ sneakerId }: World['spot']) => database.app<Sum[]>`
  select r.id, r.source,
    (select count(*)::int from app.restock_confirmation c where c.restock_id = r.id and c.not_counted is null) as counted,
    (select count(*)::int from app.restock_confirmation c where c.restock_id = r.id and c.member_id = r.reported_by) as own,
    (select count(*)::int from app.award a where a.source_id = r.id and a.rule = 'restock.report' and a.member_id = r.reported_by) as reports,
    (select count(*)::int from app.award a where a.source_id = r.id and a.rule = 'restock.first-confirmation') as firsts,
    (select count(*)::int from app.award a where a.source_id = r.id and a.ready_at is not null) as due,
    (select count(*)::int from app.award a where a.source_id = r.id) as others,
    (select count(*)::int from app.alert l where l.restock_id = r.id) as alerts
  from app.restock r where r.sneaker_id = ${sneakerId}`

test.each([1, 2, 3, 4, 5])(
  'monitors and members at once, seed %i: one open restock, each member counted once, one alert, karma once',
  async (seed) => {
    const sums = await sumsOf(await play(seed))
    expect(sums.length).toBeGreaterThan(1)
    for (const { id, source, counted, ...sum } of sums) {
      const byMember = source === 'member' ? 1 : 0
      const firsts = Math.min(counted, 1)
      // Whose word nobody vouched for is not due.
      const isVouched = counted >= (byMember ? 1 : 2)
      expect(sum, id).toEqual({
        ...{ own: 0, reports: byMember, firsts, others: byMember + firsts, alerts: 1 },
        due: isVouched ? byMember + firsts : 0,
      })
    }
  },
)
