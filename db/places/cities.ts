import { epochOf } from '../../core/karma/epoch.ts'
import type { City, CityDetail } from '../../core/karma/place.ts'
import { areaFactor } from '../../core/karma/scout.ts'
import type { Db } from '../client.ts'
import { rulesNow } from '../karma/effective.ts'
import { cityName } from './name.ts'
import { readPool } from './pool.ts'
import { reportsAround } from './scout.ts'

/** Most of one answer: those with the most stores. */
const LIMIT = 500
/** Areas whose factor is told: each asks for the reports around it. */
const AREAS = 50

/** City cells that have stores, by name. */
export async function listCities(db: Db): Promise<City[]> {
  return db<City[]>`
    select * from (
      select p.city as cell, count(*)::int as stores, mode() within group (order by s.address ->> 'city') as name
      from app.store_place p join app.store s on s.id = p.store_id
      group by p.city order by 2 desc, 1 limit ${LIMIT}) found
    order by name, cell`
}

type Which = { city: string; now: Date }

/** Cells of size 5 have 49 areas of size 7 within them, by index. */
async function factorsOf(db: Db, { city, now }: Which): Promise<CityDetail['areas']> {
  const rows = await db<{ area: string }[]>`
    select distinct area from app.store_place where city = ${city} order by area limit ${AREAS}`
  const { epochDays } = (await rulesNow(db)).ruleset
  const epoch = epochOf(now, epochDays)
  const found: CityDetail['areas'] = []
  for (const { area } of rows) {
    const factor = areaFactor(await reportsAround(db, { area, epoch, epochDays }))
    found.push({ cell: area, factor })
  }
  return found
}

/** One city cell with the streets of its stores and its scout pool; undefined where there is no store. */
export async function readCity(db: Db, { city, now }: Which): Promise<CityDetail | undefined> {
  const name = await cityName(db, city)
  if (name === undefined) return undefined
  const streets = await db<{ cell: string; name: string; stores: number }[]>`
    select p.street as cell, (array_agg(s.name order by s.created_at, s.id))[1] as name, count(*)::int as stores
    from app.store_place p join app.store s on s.id = p.store_id
    where p.city = ${city} group by p.street order by 2, 1 limit ${LIMIT}`
  return {
    cell: city,
    name,
    stores: streets.reduce((sum, { stores }) => sum + stores, 0),
    streets: streets.map((street) => ({ cell: street.cell, name: street.name })),
    pool: await readPool(db, { city, now }),
    areas: await factorsOf(db, { city, now }),
  }
}
