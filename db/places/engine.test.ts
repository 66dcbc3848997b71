import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chordOf, EARTH_M, earthPoint } from '../../core/geo/earth.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { havePostgis } from '../../test/support/external.ts'
import { placeSuite } from '../../test/support/place-suite.ts'
import { openPostgis, type PostgisDatabase } from '../../test/support/postgis.ts'
import { connect } from '../client.ts'
import { openPlaceEngine } from './engine.ts'

describe('cube, which the migrations bring', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await createDatabase()
  })
  afterAll(() => db.close())
  placeSuite('cube', () => ({ sql: db.app }))

  test('it does as earthdistance does, which asks for a superuser', async () => {
    const owner = connect(db.ownerUrl, { name: 'test', max: 1 })
    await owner`set search_path to app, public`
    await owner`create extension earthdistance with schema app`
    const [row] = await owner<{ apart: number; chord: number; radius: number }[]>`
      select earth_distance(ll_to_earth(40.7, -73.9), ll_to_earth(35.6, 139.7)) as apart,
        cube_distance(ll_to_earth(40.7, -73.9), ll_to_earth(35.6, 139.7)) as chord, earth() as radius`
    await owner.end()
    const [one, other] = [
      earthPoint({ latitude: 40.7, longitude: -73.9 }),
      earthPoint({ latitude: 35.6, longitude: 139.7 }),
    ]
    const chord = Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))
    // Its sphere is that of the equator, ours the mean one.
    const scale = EARTH_M / (row?.radius ?? 0)
    expect(chord).toBeCloseTo((row?.chord ?? 0) * scale, 3)
    expect(chordOf((row?.apart ?? 0) * scale)).toBeCloseTo(chord, 3)
  })

  test('without PostGIS there is one engine, and none is made up', async () => {
    expect((await openPlaceEngine(db.app)).name).toBe('cube')
    await expect(openPlaceEngine(db.app, 'postgis')).rejects.toThrow(/extension/)
  })
})

describe.runIf(havePostgis())("PostGIS, which an operator's Postgres has", () => {
  let db: PostgisDatabase
  beforeAll(async () => {
    db = await openPostgis()
  })
  afterAll(() => db.close())
  placeSuite('postgis', () => ({ sql: db.app }))

  test('it is taken where it is there, by every process that starts', async () => {
    const engines = await Promise.all(Array.from({ length: 4 }, () => openPlaceEngine(db.app)))
    expect(engines.map(({ name }) => name)).toEqual(Array(4).fill('postgis'))
  })
})
