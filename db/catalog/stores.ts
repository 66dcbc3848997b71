import type { Store } from '../../core/restock/shape.ts'
import type { Db } from '../client.ts'
import { storeJson } from './json.ts'

/** Every store, by name. */
export async function listStores(db: Db): Promise<Store[]> {
  const rows = await db<{ item: Store }[]>`select ${storeJson(db)} as item from app.store order by name, slug`
  return rows.map(({ item }) => item)
}
