import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { cornerCatalogue } from '../../adapters/retailers/corner/catalogue.ts'
import { dropShape } from '../../core/drop/shape.ts'
import { releaseShape } from '../../core/release/shape.ts'
import { restockShape, sneakerShape, storeShape } from '../../core/restock/shape.ts'
import { listSneakers } from '../../db/catalog/sneakers.ts'
import { listStores } from '../../db/catalog/stores.ts'
import { listDrops } from '../../db/drops/read.ts'
import { listTargets } from '../../db/monitor/list.ts'
import { listReleases } from '../../db/releases/read.ts'
import { listRestocks } from '../../db/restocks/read.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember } from '../../test/support/members.ts'
import { seedId } from './id.ts'
import { demoMembers, demoRestocks } from './restocks.ts'
import { seed } from './seed.ts'

const now = new Date('2026-05-01T12:00:00Z')
const later = new Date('2026-05-04T12:00:00Z')
let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
  await seed({ sql: database.app, shopUrl: 'http://localhost:3001', now })
})
afterAll(() => database.close())

async function everything() {
  const reader = { memberId: null, now }
  return {
    sneakers: await listSneakers(database.app),
    stores: await listStores(database.app),
    restocks: await listRestocks(database.app, { memberId: null, limit: 100 }),
    drops: await listDrops(database.app, reader),
    targets: (await listTargets(database.app)).map(({ url, style_code, store }) => ({
      url,
      style_code,
      store,
    })),
    releases: (await listReleases(database.app, { from: '2026-04-01', to: '2026-06-30' })).filter(
      ({ drop_slug }) => drop_slug === null,
    ),
  }
}

test('everything a newcomer sees is there, in its wire shape', async () => {
  const { sneakers, stores, restocks, drops, releases } = await everything()
  expect(z.array(sneakerShape).parse(sneakers)).toHaveLength(8)
  expect(z.array(storeShape).parse(stores)).toHaveLength(6)
  expect(z.array(restockShape).parse(restocks)).toHaveLength(demoRestocks.length)
  expect(z.array(releaseShape).parse(releases)).toHaveLength(6)
  expect(restocks.filter(({ confirmed_at }) => confirmed_at === null)).toHaveLength(1)
  expect(restocks.map(({ timestamp }) => timestamp)).toEqual(
    restocks
      .map(({ timestamp }) => timestamp)
      .sort()
      .reverse(),
  )
  expect(
    z
      .array(dropShape)
      .parse(drops)
      .map(({ min_karma, pass_tier }) => [min_karma, pass_tier]),
  ).toEqual([
    ['25000000000000000000', 2],
    ['10000000000000000000', null],
    ['0', null],
    ['0', 1],
  ])
})

test('each drop leads to a page of the simulated shop, at its price', async () => {
  for (const drop of (await everything()).drops) {
    const sold = cornerCatalogue.find(({ style_code }) => style_code === drop.sneaker.style_code)
    expect(drop.product_url).toBe(`http://localhost:3001${sold?.path}`)
    expect(drop).toMatchObject({ price_minor: sold?.price_minor, store: { slug: 'corner-brooklyn' } })
  }
})

test('a second run days later, on another port, changes the address of the shop and nothing else', async () => {
  const before = await everything()
  await seed({ sql: database.app, shopUrl: 'http://localhost:4001', now: later })
  const after = await everything()
  const moved = before.drops.map((drop) => ({
    ...drop,
    product_url: drop.product_url.replace(':3001', ':4001'),
  }))
  expect(before.targets).toHaveLength(cornerCatalogue.length)
  const watched = before.targets.map((target) => ({ ...target, url: target.url.replace(':3001', ':4001') }))
  expect(after).toEqual({ ...before, drops: moved, targets: watched })
})

test('nobody can sign in as a demo member', async () => {
  const members = await database.app<{ username: string }[]>`
    select username from app.member m where password_hash is null and email is null
      and not exists (select from app.wallet where member_id = m.id)`
  expect(members.map(({ username }) => username).sort()).toEqual([...demoMembers].sort())
})

test('a member who took the name of a demo member first is left alone', async () => {
  const other = await createDatabase()
  try {
    const maya = await addMember(other.app, 'Maya_K')
    await seed({ sql: other.app, shopUrl: 'http://localhost:3001', now })
    const [count] = await other.app<{ count: number }[]>`
      select count(*)::int as count from app.restock where reported_by = ${maya.id}`
    expect(count?.count).toBe(0)
  } finally {
    await other.close()
  }
})

test('ids are version 8, variant 10, and stay what they are', () => {
  expect(seedId('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(seedId('x')).toBe(seedId('x'))
  expect(seedId('x')).not.toBe(seedId('y'))
})
