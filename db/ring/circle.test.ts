import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { karma } from '../../core/karma/amount.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addCatalog, addMember, type TestMember } from '../../test/support/members.ts'
import { confirmRestock } from '../restocks/confirm.ts'
import { getRestock } from '../restocks/read.ts'
import { noteActive } from './active.ts'
import { circleOf } from './circle.ts'
import { seeDevice } from './device.ts'

const now = new Date('2026-05-20T12:00:00Z')
let database: TestDatabase
let place: { sneakerId: string; storeId: string }
let ring: TestMember[]
let town: TestMember[]

beforeAll(async () => {
  database = await createDatabase()
  place = await addCatalog(database.app)
  ring = await people('ring', 5)
  town = await people('town', 30)
  // The ring confirms itself, and all that is true besides; the town confirms each other.
  for (let n = 0; n < 25; n++) await vouched(at(ring, n), [at(ring, n + 1 + (n % 4))])
  for (let n = 0; n < 240; n++)
    await vouched(at(town, n), [at(town, n + 1 + 3 * Math.floor(n / 30)), at(ring, n)])
})
afterAll(() => database.close())

const at = (members: TestMember[], n: number) => members[n % members.length] as TestMember
const people = (name: string, size: number) =>
  Promise.all(Array.from({ length: size }, (_, n) => addMember(database.app, `${name}_${n}`)))

/** A report, as a row. */
async function reported(by: TestMember, when = now): Promise<string> {
  const id = uuidv7()
  await database.app`
    insert into app.restock (id, sneaker_id, store_id, size, reported_by, reported_at)
    values (${id}, ${place.sneakerId}, ${place.storeId}, '10', ${by.id}, ${when})`
  await database.app`
    insert into app.award (id, member_id, rule, source_id, amount, ruleset, created_at)
    values (${uuidv7()}, ${by.id}, 'restock.report', ${id}, ${String(karma(10))}, ${Buffer.alloc(32)}, ${when})`
  return id
}

/** One that these confirmed a few days ago. */
async function vouched(by: TestMember, confirmers: TestMember[]): Promise<void> {
  const when = new Date(now.getTime() - 3 * 86_400_000)
  const id = await reported(by, when)
  for (const { id: memberId } of confirmers)
    if (memberId !== by.id)
      await database.app`
        insert into app.restock_confirmation (restock_id, member_id, confirmed_at) values (${id}, ${memberId}, ${when})`
  await noteActive(database.app, { memberIds: [by, ...confirmers].map(({ id: each }) => each), now: when })
}
const confirm = (restockId: string, { id: memberId }: TestMember) =>
  confirmRestock(database.app, { restockId, memberId, now, challengeSeconds: 60 })
const awardsOf = (id: string) =>
  database.app<{ rule: string; amount: bigint; ring_discount: number; why: string[] }[]>`
    select rule, amount, ring_discount, why from app.award where source_id = ${id} order by rule desc`

describe('a circle that confirms itself', () => {
  test('is found from each of its members with its score, however much else it confirms', async () => {
    for (const member of ring) {
      const { circle, score } = await circleOf(database.app, { memberId: member.id, now })
      expect(circle).toMatchObject({ members: ring.map(({ id }) => id).sort(), acts: 25, closed: 25 })
      expect(score.discount).toBe(9_900)
    }
  })

  test('is paid a hundredth for its own word, and told so; the word of two others restores it', async () => {
    const id = await reported(at(ring, 0))
    await confirm(id, at(ring, 1))
    expect(await awardsOf(id)).toEqual([
      {
        rule: 'restock.report',
        amount: karma(10) / 100n,
        ring_discount: 9_900,
        why: [expect.stringContaining('your own circle')],
      },
      {
        rule: 'restock.first-confirmation',
        amount: karma(1) / 100n,
        ring_discount: 9_900,
        why: expect.anything(),
      },
    ])
    await confirm(id, at(ring, 2))
    expect((await awardsOf(id))[0]?.amount).toBe(karma(10) / 100n)
    await confirm(id, at(town, 0))
    expect((await awardsOf(id))[0]?.amount).toBe(karma(10) / 100n)
    await confirm(id, at(town, 6))
    expect(await awardsOf(id)).toMatchObject([
      { amount: karma(10), ring_discount: 0, why: [] },
      { amount: karma(1), ring_discount: 0, why: [] },
    ])
  })

  test('takes nothing from the outsider who came first, and loses nothing itself where a second one came', async () => {
    const id = await reported(at(ring, 1))
    await confirm(id, at(town, 1))
    await confirm(id, at(ring, 2))
    const [report, first] = await awardsOf(id)
    expect(report?.ring_discount).toBeGreaterThan(9_000)
    expect(first?.ring_discount).toBe(0)
    await confirm(id, at(town, 2))
    expect((await awardsOf(id)).map(({ ring_discount }) => ring_discount)).toEqual([0, 0])
  })

  test('is found through fresh accounts too: who has no other history belongs to whom they vouch for', async () => {
    const id = await reported(at(ring, 2))
    await confirm(id, await addMember(database.app, 'fresh'))
    expect((await awardsOf(id))[0]?.ring_discount).toBe(9_900)
  })

  test('pays its budget what is restored', async () => {
    const spent = async () => {
      const [row] = await database.app<{ spent: bigint }[]>`select sum(spent) as spent from app.karma_budget`
      return row?.spent ?? 0n
    }
    const id = await reported(at(ring, 3))
    const before = await spent()
    await confirm(id, at(ring, 4))
    expect((await spent()) - before).toBe(karma(11) / 100n)
    await confirm(id, at(town, 2))
    await confirm(id, at(town, 7))
    expect((await spent()) - before).toBe(karma(11))
  })
})

test('those who are confirmed by many are in no circle that costs them anything', async () => {
  for (const member of town) {
    const { score } = await circleOf(database.app, { memberId: member.id, now })
    expect(score.discount).toBe(0)
  }
  const id = await reported(at(town, 3))
  await confirm(id, at(town, 4))
  expect((await awardsOf(id)).map(({ ring_discount }) => ring_discount)).toEqual([0, 0])
})

test('a community without anyone outside is not taken for a ring', async () => {
  const lone = await createDatabase()
  const usual = database
  database = lone
  try {
    place = await addCatalog(lone.app)
    const few = await people('few', 5)
    for (let n = 0; n < 25; n++) await vouched(at(few, n), [at(few, n + 1)])
    const { score } = await circleOf(lone.app, { memberId: at(few, 0).id, now })
    expect(score.discount).toBe(0)
  } finally {
    database = usual
    await lone.close()
  }
})

test('a confirmation by somebody tied to the reporter is written down, does not count and says why', async () => {
  place = await addCatalog(database.app)
  const [gil, hal] = [await addMember(database.app, 'gil'), await addMember(database.app, 'hal')]
  for (const { id: memberId } of [gil, hal])
    await seeDevice(database.app, { memberId, mark: Buffer.alloc(32, 7), now })
  const id = await reported(gil)
  await confirm(id, hal)
  expect(await getRestock(database.app, { id, memberId: hal.id })).toMatchObject({
    confirmations: 0,
    confirmed_at: null,
    confirmed_by_me: true,
    not_counted: expect.stringContaining('same browser'),
  })
  expect((await awardsOf(id)).map(({ rule }) => rule)).toEqual(['restock.report'])
  const [pending] = await database.app`select matures_at from app.award where source_id = ${id}`
  expect(pending?.matures_at).toBeNull()
  await expect(confirm(id, hal)).rejects.toMatchObject({ code: 'restock.already-confirmed' })
  // The first one who counts is the first.
  await confirm(id, at(town, 5))
  expect(await getRestock(database.app, { id, memberId: gil.id })).toMatchObject({
    confirmations: 1,
    confirmed_at: now.toISOString(),
    not_counted: null,
  })
  expect((await awardsOf(id)).map(({ rule }) => rule)).toEqual([
    'restock.report',
    'restock.first-confirmation',
  ])
})
