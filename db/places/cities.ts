import type { City, CityDetail } from '../../core/karma/place.ts'
import type { Db } from '../client.ts'
import { cityName } from './name.ts'

/** Most of one answer: those with the most stores. */
const LIMIT = 500

/** City cells that have stores, by name. */
export async function listCities(db: Db): Promise<City[]> {
  return db<City[]>`
    select * from (
      select p.city as cell, count(*)::int as stores, mode() within group (order by s.address ->> 'city') as name
      from app.store_place p join app.store s on s.id = p.store_id
      group by p.city order by 2 desc, 1 limit ${LIMIT}) found
    order by name, cell`
}

/** One city cell with the streets of its stores; undefined where there is no store. */
export async function readCity(db: Db, cell: string): Promise<CityDetail | undefined> {
  const name = await cityName(db, cell)
  if (name === undefined) return undefined
  const streets = await db<(CityDetail['streets'][number] & { stores: number })[]>`
    select p.street as cell, (array_agg(s.name order by s.created_at, s.id))[1] as name, count(*)::int as stores
    from app.store_place p join app.store s on s.id = p.store_id
    where p.city = ${cell} group by p.street order by 2, 1 limit ${LIMIT}`
  const stores = streets.reduce((sum, street) => sum + street.stores, 0)
  return {
    cell,
    name,
    stores,
    streets: streets.map(({ cell: street, name: called }) => ({ cell: street, name: called })),
  }
}
