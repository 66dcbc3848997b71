import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { readCursor } from '../../core/karma/leaderboard.ts'
import { periodKey } from '../../core/karma/period.ts'
import { addAward, type Earning, placeAt } from '../../test/support/board.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, type TestMember, warmPool } from '../../test/support/members.ts'
import { vaultForTest } from '../../test/support/vault.ts'
import { deleteMember } from '../members/delete.ts'
import { countAwards } from './count.ts'
import { readHonours } from './honours.ts'
import { isListed, setListed } from './listing.ts'
import { type ReadBoard, readBoard } from './read.ts'

/** A Tuesday. */
const now = new Date('2026-11-24T12:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
let database: TestDatabase
let ana: TestMember
let ben: TestMember
let cleo: TestMember

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())

let round = 0
beforeEach(async () => {
  const { app } = database
  await app`delete from app.standing`
  await app`delete from app.award`
  round++
  ana = await addMember(app, `ana_${round}`)
  ben = await addMember(app, `ben_${round}`)
  cleo = await addMember(app, `cleo_${round}`)
})

const award = (earning: Earning) => addAward(database.app, earning)
const count = (at = now) => countAwards(database.app, at)
const board = (change: Partial<ReadBoard> = {}) =>
  readBoard(database.app, { cell: '', period: 'all', now, memberId: null, limit: 50, ...change })
const names = ({ items }: Awaited<ReturnType<typeof board>>) =>
  items.map(({ rank, username, karma: wei }) => `${rank} ${username} ${BigInt(wei) / 10n ** 18n}`)
const reverse = (id: string) => database.app`update app.award set reversed_at = ${now} where id = ${id}`

/** The boards made anew from the awards, by another way than ours. */
async function oracle(): Promise<string[]> {
  const rows = await database.app<
    { member_id: string; amount: bigint; created_at: Date; city: string | null; street: string | null }[]
  >`select a.member_id, a.amount, a.created_at, p.city, p.street from app.award a
    left join app.restock r on r.id = a.source_id left join app.store_place p on p.store_id = r.store_id
    where a.matures_at <= ${now} and a.reversed_at is null`
  const sums = new Map<string, bigint>()
  for (const { member_id, amount, created_at, city, street } of rows)
    for (const cell of ['', city, street].filter((each) => each !== null))
      for (const period of ['all', 'month', 'week'] as const) {
        const key = `${cell} ${periodKey(period, created_at)} ${member_id}`
        sums.set(key, (sums.get(key) ?? 0n) + amount)
      }
  return [...sums].map(([key, sum]) => `${key} ${sum}`).sort()
}

async function standings(): Promise<string[]> {
  const rows = await database.app<{ cell: string; period: string; member_id: string; karma: bigint }[]>`
    select * from app.standing where karma <> 0`
  return rows.map((row) => `${row.cell} ${row.period} ${row.member_id} ${row.karma}`).sort()
}

describe('counting', () => {
  test('an award counts from its maturity and not before', async () => {
    await award({ memberId: ana.id, amount: karma(10), at: now, maturesAt: later(60) })
    await award({ memberId: ben.id, amount: karma(3), at: now, maturesAt: null })
    expect(await count()).toBe(0)
    expect(names(await board())).toEqual([])
    expect(await count(later(60))).toBe(1)
    expect(names(await board())).toEqual([`1 ${ana.username} 10`])
  })

  test('each award counts once, however often and from wherever it is counted', async () => {
    for (let n = 0; n < 20; n++) await award({ memberId: ana.id, amount: karma(1), at: now })
    await warmPool(database.app)
    await Promise.all(Array.from({ length: 4 }, () => count()))
    await count()
    expect(names(await board())).toEqual([`1 ${ana.username} 20`])
  })

  test('a reversal takes off what it had put on, and only that', async () => {
    const taken = await award({ memberId: ana.id, amount: karma(10), at: now, spot: 'wythe' })
    await award({ memberId: ana.id, amount: karma(2), at: now, spot: 'wythe' })
    await count()
    await reverse(taken)
    await reverse(await award({ memberId: ana.id, amount: karma(7), at: now }))
    await count()
    await count()
    expect(names(await board())).toEqual([`1 ${ana.username} 2`])
    expect(names(await board({ cell: placeAt('wythe').street }))).toEqual([`1 ${ana.username} 2`])
    expect(await standings()).toEqual(await oracle())
  })

  test('the boards are the sums of the awards, whatever happened in which order', async () => {
    const members = [ana, ben, cleo]
    const ids: string[] = []
    for (let n = 0; n < 40; n++) {
      const memberId = members[n % 3]?.id ?? ''
      const spot = ([undefined, 'wythe', 'court', 'haight'] as const)[(n * 7) % 4]
      const made = { memberId, amount: BigInt(n * n + 1), at: ago((n * 11) % 60), ...(spot && { spot }) }
      ids.push(await award(made))
      if (n % 5 === 0) await reverse(ids[(n * 3) % ids.length] ?? '')
      if (n % 4 === 0) await count()
    }
    // 2024-12-30 is in the first week of 2025.
    await award({ memberId: ana.id, amount: 1n, at: ago(694) })
    await count()
    expect(await standings()).toEqual(await oracle())
    expect((await standings()).length).toBeGreaterThan(50)
  })
})

describe('a board', () => {
  test('is of one place and one period', async () => {
    await award({ memberId: ana.id, amount: karma(10), at: ago(1), spot: 'wythe' })
    await award({ memberId: ana.id, amount: karma(5), at: ago(30), spot: 'court' })
    await award({ memberId: ben.id, amount: karma(12), at: ago(10), spot: 'wythe' })
    await award({ memberId: cleo.id, amount: karma(1), at: now, spot: 'haight' })
    await count()
    const { city, street } = placeAt('wythe')
    const [a, b, c] = [ana.username, ben.username, cleo.username]
    expect(placeAt('court').city).toBe(city)
    expect(names(await board())).toEqual([`1 ${a} 15`, `2 ${b} 12`, `3 ${c} 1`])
    expect(names(await board({ cell: city }))).toEqual([`1 ${a} 15`, `2 ${b} 12`])
    expect(names(await board({ cell: street }))).toEqual([`1 ${b} 12`, `2 ${a} 10`])
    expect(names(await board({ cell: street, period: 'week' }))).toEqual([`1 ${a} 10`])
    expect(names(await board({ period: 'month' }))).toEqual([`1 ${b} 12`, `2 ${a} 10`, `3 ${c} 1`])
  })

  test('is walked in pages that miss and repeat nobody, equals sharing their rank', async () => {
    for (let n = 0; n < 17; n++) {
      const { id } = await addMember(database.app, `walker_${round}_${n}`)
      await award({ memberId: id, amount: karma(Math.floor(n / 4) + 1), at: now })
    }
    await count()
    const whole = names(await board())
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const after: ReadBoard['after'] = cursor === null ? undefined : readCursor(cursor)
      const page: Awaited<ReturnType<typeof board>> = await board({ limit: 3, after })
      seen.push(...names(page))
      cursor = page.cursor
    } while (cursor !== null)
    expect(seen).toEqual(whole)
    expect(whole.map((line) => Number(line.split(' ')[0]))).toEqual([
      1, 2, 2, 2, 2, 6, 6, 6, 6, 10, 10, 10, 10, 14, 14, 14, 14,
    ])
  })

  test('says where the reader stands, also far below the page', async () => {
    for (let n = 1; n <= 6; n++) {
      const { id } = await addMember(database.app, `above_${round}_${n}`)
      await award({ memberId: id, amount: karma(n + 1), at: now })
    }
    await award({ memberId: ana.id, amount: karma(1), at: now })
    await count()
    expect((await board({ limit: 2, memberId: ana.id })).me).toEqual({
      rank: 7,
      karma: String(karma(1)),
      listed: true,
    })
    expect((await board({ memberId: ben.id })).me).toEqual({ rank: null, karma: '0', listed: true })
    const { items } = await board({ memberId: ana.id })
    expect(items.filter(({ me }) => me).map(({ username }) => username)).toEqual([ana.username])
  })

  test('leaves out who does not want to be on it, and moves everyone below up', async () => {
    await award({ memberId: ana.id, amount: karma(9), at: now })
    await award({ memberId: ben.id, amount: karma(5), at: now })
    await count()
    await setListed(database.app, ana.id, false)
    expect(await isListed(database.app, ana.id)).toBe(false)
    expect(names(await board())).toEqual([`1 ${ben.username} 5`])
    expect((await board({ memberId: ben.id })).me?.rank).toBe(1)
    expect((await board({ memberId: ana.id })).me).toEqual({
      rank: null,
      karma: String(karma(9)),
      listed: false,
    })
    await setListed(database.app, ana.id, true)
    expect(names(await board())).toEqual([`1 ${ana.username} 9`, `2 ${ben.username} 5`])
  })

  test('has no line of nothing', async () => {
    await reverse(await award({ memberId: ana.id, amount: karma(9), at: now }))
    const gone = await award({ memberId: ben.id, amount: karma(9), at: now })
    await count()
    await reverse(gone)
    await count()
    expect((await board()).items).toEqual([])
    expect((await board({ memberId: ben.id })).me?.rank).toBeNull()
  })
})

test('streaks and badges follow from matured acts alone, and go with a reversal', async () => {
  for (let day = 0; day < 7; day++)
    await award({ memberId: ana.id, amount: karma(10), at: ago(day), spot: 'wythe' })
  await award({ memberId: ana.id, amount: karma(10), at: ago(7), maturesAt: later(9) })
  const middle = await award({ memberId: ana.id, amount: karma(1), at: ago(8), spot: 'haight' })
  await count()
  const honours = () => readHonours(database.app, { memberId: ana.id, now })
  const earned = async () => (await honours()).badges.filter((badge) => badge.earned).map(({ id }) => id)
  expect((await honours()).streak).toEqual({ current: 7, longest: 7, today: true })
  expect(await earned()).toEqual(['first-find', 'week'])
  expect((await board()).items[0]).toMatchObject({ streak: 7, badges: ['First find', 'Seven days'] })
  expect((await honours()).badges.find(({ id }) => id === 'traveller')).toMatchObject({ have: 2, need: 3 })
  await reverse(middle)
  await database.app`update app.award set reversed_at = now() where member_id = ${ana.id} and created_at = ${ago(3)}`
  await count()
  expect((await honours()).streak).toEqual({ current: 3, longest: 3, today: true })
  expect((await honours()).badges.find(({ id }) => id === 'traveller')).toMatchObject({ have: 1 })
})

test('who leaves is on no board, also when an award of theirs was just being counted', async () => {
  const { app, ring, ann, ben: other } = await vaultForTest()
  for (const { id } of [ann, other])
    for (let n = 0; n < 30; n++) await addAward(app, { memberId: id, amount: karma(1), at: now })
  await Promise.all([countAwards(app, now), deleteMember(app, ring, ann.id), countAwards(app, now)])
  await countAwards(app, now)
  const rows = await app<{ member_id: string }[]>`select distinct member_id from app.standing`
  expect(rows.map(({ member_id }) => member_id)).toEqual([other.id])
})
