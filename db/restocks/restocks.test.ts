import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rules } from '../../core/karma/rules.ts'
import { restockShape } from '../../core/restock/shape.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addCatalog, addMember, type TestMember, warmPool } from '../../test/support/members.ts'
import { listAwards } from '../awards/pending.ts'
import { readLedger } from '../ledger/read.ts'
import { deleteMember } from '../members/delete.ts'
import { confirmRestock } from './confirm.ts'
import { getRestock, listRestocks } from './read.ts'
import { reportRestock } from './report.ts'

const token = '0x00000000000000000000000000000000000000aa'
const now = new Date('2026-05-01T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
let database: TestDatabase
let ana: TestMember
let ben: TestMember
let cleo: TestMember
let place: { sneaker_id: string; store_id: string }
let size = 0

beforeAll(async () => {
  database = await createDatabase()
  ana = await addMember(database.app, 'ana')
  ben = await addMember(database.app, 'ben')
  cleo = await addMember(database.app, 'cleo')
})
afterAll(() => database.close())

/** A report of a pair nobody reported before. */
async function fresh(memberId = ana.id, at = now): Promise<string> {
  const { sneakerId, storeId } = await addCatalog(database.app)
  place = { sneaker_id: sneakerId, store_id: storeId }
  size = 10
  return reportRestock(database.app, {
    memberId,
    report: { ...place, size: '10' },
    now: at,
    challengeSeconds: 0,
  })
}
const again = (memberId: string, at: Date, other = String(size)) =>
  reportRestock(database.app, { memberId, report: { ...place, size: other }, now: at, challengeSeconds: 0 })
const confirm = (restockId: string, memberId: string, at = now) =>
  confirmRestock(database.app, { restockId, memberId, now: at, challengeSeconds: 60 })
const awardsOf = (sourceId: string) =>
  database.app<{ rule: string; member_id: string; matures_at: Date | null }[]>`
    select rule, member_id, matures_at from app.award where source_id = ${sourceId} order by rule`

describe('a report', () => {
  test('is a restock with an unconfirmed award, read back in its wire shape', async () => {
    const id = await fresh()
    const restock = await getRestock(database.app, { id, memberId: ana.id })
    expect(restockShape.parse(restock)).toMatchObject({
      id,
      mine: true,
      confirmations: 0,
      confirmed_at: null,
    })
    expect(await awardsOf(id)).toEqual([{ rule: 'restock.report', member_id: ana.id, matures_at: null }])
    const { pending } = await readLedger(database.app, { memberId: ana.id, token, now })
    expect(pending[0]).toMatchObject({ rule: 'restock.report', state: 'unconfirmed' })
  })

  test('of the same pair, size and store is refused while fresh, naming the first one', async () => {
    const id = await fresh()
    await expect(again(ben.id, minutes(29))).rejects.toMatchObject({
      code: 'restock.already-reported',
      fix: expect.stringContaining(id),
    })
    await expect(again(ana.id, minutes(1), '010'.slice(1))).rejects.toThrow('You already reported')
    await expect(again(ben.id, minutes(1), '10.5')).resolves.toBeTypeOf('string')
    await expect(again(ben.id, minutes(31))).resolves.toBeTypeOf('string')
  })

  test('sent eight times at once is one restock', async () => {
    await fresh()
    await warmPool(database.app)
    const reports = await Promise.allSettled(Array.from({ length: 8 }, () => again(ben.id, now, '7')))
    expect(reports.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('of something outside the catalogue is refused', async () => {
    await fresh()
    const report = { ...place, sneaker_id: ana.id, size: '9' }
    await expect(
      reportRestock(database.app, { memberId: ana.id, report, now, challengeSeconds: 0 }),
    ).rejects.toMatchObject({
      code: 'catalog.unknown',
    })
  })

  test('over the daily cap is kept and shown as not paid; tomorrow earns again', async () => {
    const cap = rules['restock.report'].capPerDay
    const dan = await addMember(database.app, 'dan')
    for (let n = 0; n < cap; n++) await fresh(dan.id, minutes(n))
    const stateOf = async (at: Date, of: 'open' | 'ended') => {
      const id = await fresh(dan.id, at)
      const { items } = await listAwards(database.app, { memberId: dan.id, now: at, of, limit: 1 })
      expect((await awardsOf(id))[0]?.matures_at).toBeNull()
      return items[0]
    }
    expect(await stateOf(minutes(cap), 'ended')).toMatchObject({
      state: 'capped',
      why: expect.arrayContaining([expect.stringContaining('Only 10 a day')]),
    })
    expect(await stateOf(minutes(24 * 60), 'open')).toMatchObject({ state: 'unconfirmed', why: [] })
  })

  test('cannot slip under the cap by coming at the same moment', async () => {
    const { capPerDay } = rules['restock.report']
    const eve = await addMember(database.app, 'eve')
    const { sneakerId, storeId } = await addCatalog(database.app)
    const sizes = Array.from({ length: capPerDay + 5 }, (_, n) => String(n + 1))
    // Open connections first: while they are being opened the reports come one by one.
    await Promise.all(sizes.map(() => database.app`select pg_sleep(0.1)`))
    await Promise.all(
      sizes.map((each) =>
        reportRestock(database.app, {
          memberId: eve.id,
          report: { sneaker_id: sneakerId, store_id: storeId, size: each },
          now,
          challengeSeconds: 0,
        }),
      ),
    )
    const awards = await database.app`
      select capped_by, count(*)::int from app.award where member_id = ${eve.id} group by 1 order by 1`
    expect(awards).toEqual([
      { capped_by: 'day', count: 5 },
      { capped_by: null, count: capPerDay },
    ])
  })
})

describe('a confirmation', () => {
  test("starts both challenge windows: the reporter's and the first confirmer's", async () => {
    const id = await fresh()
    await confirm(id, ben.id, minutes(5))
    const maturesAt = minutes(6)
    expect(await awardsOf(id)).toEqual([
      { rule: 'restock.first-confirmation', member_id: ben.id, matures_at: maturesAt },
      { rule: 'restock.report', member_id: ana.id, matures_at: maturesAt },
    ])
    expect(await getRestock(database.app, { id, memberId: ben.id })).toMatchObject({
      confirmations: 1,
      confirmed_at: minutes(5).toISOString(),
      confirmed_by_me: true,
      mine: false,
    })
    const later = await readLedger(database.app, { memberId: ben.id, token, now: minutes(6) })
    expect(later.pending).toContainEqual(
      expect.objectContaining({ rule: 'restock.first-confirmation', state: 'matured' }),
    )
  })

  test('by a second member moves nothing: not the window, not the time, no award', async () => {
    const id = await fresh()
    await confirm(id, ben.id, minutes(5))
    await confirm(id, cleo.id, minutes(50))
    expect((await awardsOf(id)).map(({ matures_at }) => matures_at)).toEqual([minutes(6), minutes(6)])
    expect(await getRestock(database.app, { id, memberId: null })).toMatchObject({
      confirmations: 2,
      confirmed_at: minutes(5).toISOString(),
      mine: false,
      confirmed_by_me: false,
    })
  })

  test("of one's own report, twice, or of nothing is refused and writes nothing", async () => {
    const id = await fresh()
    await expect(confirm(id, ana.id)).rejects.toMatchObject({ code: 'restock.own-report' })
    await confirm(id, ben.id)
    await expect(confirm(id, ben.id)).rejects.toMatchObject({ code: 'restock.already-confirmed' })
    await expect(confirm(ana.id, ben.id)).rejects.toMatchObject({ code: 'restock.not-found' })
    expect(await awardsOf(id)).toHaveLength(2)
  })

  test('by two at once makes exactly one of them the first', async () => {
    const id = await fresh()
    await Promise.all([confirm(id, ben.id), confirm(id, cleo.id)])
    const rulesEarned = (await awardsOf(id)).map(({ rule }) => rule)
    expect(rulesEarned).toEqual(['restock.first-confirmation', 'restock.report'])
  })

  test('of what somebody reported who left since writes nothing down about them', async () => {
    const gone = await addMember(database.app, 'gone')
    const id = await fresh(gone.id)
    await deleteMember(database.app, { ids: [] } as never, gone.id)
    await confirm(id, ben.id)
    expect(await database.app`select 1 from app.active_day where member_id = ${gone.id}`).toHaveLength(0)
  })

  test('is told to the listeners once it is committed', async () => {
    const id = await fresh()
    const heard: string[] = []
    const { unlisten } = await database.app.listen('app', (text) => heard.push(text))
    await confirm(id, ben.id)
    await expect.poll(() => heard.length).toBe(3)
    expect(heard.map((text) => JSON.parse(text))).toEqual(
      expect.arrayContaining([
        { kind: 'restock', restock_id: id },
        { kind: 'award', member_id: ana.id },
        { kind: 'award', member_id: ben.id },
      ]),
    )
    await unlisten()
  })
})

test('pages walk the whole list once, newest first, while reports come in', async () => {
  const seen: string[] = []
  let before: string | undefined
  const first = await listRestocks(database.app, { memberId: null, limit: 1000 })
  for (;;) {
    const page = await listRestocks(database.app, { memberId: null, limit: 3, before })
    if (page.length === 0) break
    seen.push(...page.map(({ id }) => id))
    before = seen.at(-1)
    await fresh(cleo.id, minutes(60 * 24 * 30))
  }
  expect(seen).toEqual(first.map(({ id }) => id))
})
