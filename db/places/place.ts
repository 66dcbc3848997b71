import { type Place, placeOf } from '../../core/cell/cell.ts'
import type { Db } from '../client.ts'

type Spot = { id: string; latitude: number; longitude: number }

async function write(db: Db, { id, ...spot }: Spot): Promise<void> {
  const { door, street, area, city } = placeOf(spot)
  await db`
    insert into app.store_place (store_id, door, street, area, city)
    values (${id}, ${door}, ${street}, ${area}, ${city}) on conflict (store_id) do nothing`
}

/**
 * The cells of a store, made the first time that anyone asks. They stay: a shop that moves is another store, and what was
 * seen in the old one was seen there. Undefined of a shop that is only in the web, and of none.
 */
export async function storePlace(db: Db, storeId: string): Promise<Place | undefined> {
  const [place] = await db<Place[]>`
    select door, street, area, city from app.store_place where store_id = ${storeId}`
  if (place) return place
  const [spot] = await db<
    Spot[]
  >`select id, latitude, longitude from app.store where id = ${storeId} and latitude is not null`
  if (!spot) return undefined
  await write(db, spot)
  return placeOf(spot)
}

/** Gives every store that is somewhere and has none its cells. @returns how many */
export async function placeStores(db: Db): Promise<number> {
  const spots = await db<Spot[]>`
    select id, latitude, longitude from app.store s
    where latitude is not null and not exists (select from app.store_place p where p.store_id = s.id)`
  for (const spot of spots) await write(db, spot)
  return spots.length
}
