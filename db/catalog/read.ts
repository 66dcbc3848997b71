import type { Sneaker, Store } from '../../core/restock/shape.ts'
import type { Db } from '../client.ts'
import { sneakerJson, storeJson } from './json.ts'

/** Every sneaker that can be reported, by brand and name. */
export async function listSneakers(db: Db): Promise<Sneaker[]> {
  const rows = await db<{ item: Sneaker }[]>`
    select ${sneakerJson(db)} as item from app.sneaker order by brand, name, style_code`
  return rows.map(({ item }) => item)
}

/** Every store, by name. */
export async function listStores(db: Db): Promise<Store[]> {
  const rows = await db<{ item: Store }[]>`select ${storeJson(db)} as item from app.store order by name, slug`
  return rows.map(({ item }) => item)
}
