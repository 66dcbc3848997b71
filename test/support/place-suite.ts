import { expect, test } from 'vitest'
import { distanceKm, type Position } from '../../core/cell/disk.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Sql } from '../../db/client.ts'
import { openPlaceEngine, type PlaceEngine } from '../../db/places/engine.ts'
import { storesNear } from '../../db/places/stores-near.ts'

type Shop = Position & { id: string; name: string }
type Opened = { sql: Sql }

/** Numbers of a seed, the same each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = numbers(9)
/** So far around a place, evenly enough. */
function around({ latitude, longitude }: Position, km: number): Position {
  const up = latitude + ((random() - 0.5) * 2 * km) / 111
  const side = ((random() - 0.5) * 2 * km) / 111 / Math.max(0.01, Math.cos((up * Math.PI) / 180))
  return {
    latitude: Math.max(-90, Math.min(90, up)),
    longitude: ((longitude + side + 540) % 360) - 180,
  }
}

/**
 * Two cities, one at the date line, the northernmost town. At the pole itself the index of PostGIS 3.3 gives another order than
 * its own distances have.
 */
const centres: Record<string, Position> = {
  brooklyn: { latitude: 40.7195, longitude: -73.9613 },
  tokyo: { latitude: 35.6581, longitude: 139.7017 },
  'the date line': { latitude: -16.8, longitude: 179.99 },
  longyearbyen: { latitude: 78.22, longitude: 15.65 },
}

/** Metres, as the whole world agrees on them: haversine of the mean sphere. */
const metresOf = (from: Position, shop: Position) =>
  (distanceKm(from, shop) * 6_371_008.8) / 6_371.007_180_918_475

async function addShops(sql: Sql, spots: readonly Position[]): Promise<Shop[]> {
  const address = { street: '1 Main', city: 'Here', state: 'NY', zip_code: '1', country: 'US' }
  const shops = spots.map((spot, index) => ({ id: uuidv7(), name: `Shop ${index}`, ...spot }))
  const rows = shops.map((shop) => ({ ...shop, slug: shop.id, address: sql.json(address) }))
  await sql`insert into app.store ${sql(rows, 'id', 'slug', 'name', 'address', 'latitude', 'longitude')}`
  return shops
}

/** What any engine must find: the same as reading everything. @param name of the engine that is to be tested */
export function placeSuite(name: PlaceEngine['name'], opened: () => Opened): void {
  let shops: Shop[] | undefined
  const fill = async () => {
    shops ??= await addShops(
      opened().sql,
      Object.values(centres).flatMap((centre) => Array.from({ length: 150 }, () => around(centre, 60))),
    )
    return { all: shops, engine: await openPlaceEngine(opened().sql, name) }
  }

  for (const [place, from] of Object.entries(centres))
    test(`around ${place} it finds what brute force finds, the nearest first`, async () => {
      const { all, engine } = await fill()
      expect(engine.name).toBe(name)
      const told = all
        .map((shop) => ({ id: shop.id, metres: metresOf(from, shop) }))
        .sort((a, b) => a.metres - b.metres)
      for (const metres of [500, 5_000, 25_000, 100_000]) {
        const found = await storesNear(opened().sql, engine, { from, metres, limit: 1_000 })
        const expected = told.filter((shop) => shop.metres <= metres)
        expect(found.map(({ store }) => store.id)).toEqual(expected.map(({ id }) => id))
        for (const [index, { metres: said }] of found.entries())
          expect(Math.abs(said - (expected[index]?.metres ?? 0))).toBeLessThan(1)
      }
    })

  test('of many it gives the nearest so many, with the older of two at one spot first', async () => {
    const { all, engine } = await fill()
    const from = centres.tokyo ?? { latitude: 0, longitude: 0 }
    const twins = (await addShops(opened().sql, [from, from])).sort((a, b) => (a.id < b.id ? -1 : 1))
    const found = await storesNear(opened().sql, engine, { from, metres: 100_000, limit: 5 })
    expect(found.slice(0, 2)).toMatchObject(twins.map(({ id }) => ({ store: { id }, metres: 0 })))
    const next = all.map((shop) => metresOf(from, shop)).sort((a, b) => a - b)
    expect(found.slice(2).map(({ metres }) => metres)).toEqual(next.slice(0, 3).map(Math.round))
    await opened().sql`delete from app.store where id in ${opened().sql(twins.map(({ id }) => id))}`
  })

  test('a shop that moves is found where it is, and one that is only in the web nowhere', async () => {
    const { engine } = await fill()
    const { sql } = opened()
    const from = { latitude: 10, longitude: 10 }
    const [shop] = await addShops(sql, [{ latitude: 50, longitude: 50 }])
    const ids = async () =>
      (await storesNear(sql, engine, { from, metres: 1_000, limit: 9 })).map(({ store }) => store.id)
    expect(await ids()).toEqual([])
    await sql`update app.store set latitude = 10, longitude = 10 where id = ${shop?.id ?? ''}`
    expect(await ids()).toEqual([shop?.id])
    await sql`update app.store set address = null, latitude = null, longitude = null where id = ${shop?.id ?? ''}`
    expect(await ids()).toEqual([])
  })

  test('an index is read, in the order of nearness', async () => {
    const { engine } = await fill()
    const from = centres.brooklyn ?? { latitude: 0, longitude: 0 }
    const plan = await opened().sql.begin(async (tx) => {
      // A table of some hundred rows is read through faster.
      await tx`set local enable_seqscan = off`
      await tx`set local enable_sort = off`
      return tx<{ 'QUERY PLAN': string }[]>`
        explain select store.id from app.store store where ${engine.within(tx, 'store', { from, metres: 5_000 })}
        order by ${engine.nearness(tx, 'store', from)} limit 30`
    })
    const text = plan.map((row) => row['QUERY PLAN']).join('\n')
    expect(text).toMatch(/Index Scan using store_(spot|geog)/)
    expect(text).toMatch(/Index Cond/)
    expect(text).toMatch(/Order By/)
  })
}
