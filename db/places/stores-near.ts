import type { Position } from '../../core/cell/disk.ts'
import type { NearStore } from '../../core/geo/shape.ts'
import type { Store } from '../../core/restock/shape.ts'
import { storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'
import { metresFrom, type PlaceEngine } from './engine.ts'

export type StoresAsked = { from: Position; metres: number; limit: number }

/** Shops around a place, the nearest first; of equal ones the older id. */
export async function storesNear(
  db: Db,
  engine: PlaceEngine,
  { from, metres, limit }: StoresAsked,
): Promise<NearStore[]> {
  const rows = await db<{ store: Store; metres: number }[]>`
    select ${storeJson(db)} as store, ${metresFrom(db, 'store', from)} as metres
    from app.store store where ${engine.within(db, 'store', { from, metres })}
    order by ${engine.nearness(db, 'store', from)}, store.id limit ${limit}`
  return rows.map((row) => ({ store: row.store, metres: Math.round(row.metres) }))
}
