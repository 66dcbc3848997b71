import { uuidv7 } from '../../../core/id.ts'
import { upsertStore } from '../../../db/catalog/upsert.ts'
import { connect } from '../../../db/client.ts'
import { addTarget } from '../../../db/monitor/target.ts'
import { findRunning } from '../../../scripts/seed/running.ts'
import { type StockShop, startStockShop } from '../../support/stock-shop.ts'
import type { Stack } from './stack.ts'

export type Watched = { shop: StockShop; sneakerId: string; storeId: string; storeName: string }

/** A shop in the web that sells the demo's Parade Mid, all sizes out, watched by the monitor of a running SNPD. */
export async function openWatched({ data }: Stack, storeName: string): Promise<Watched> {
  const shop = await startStockShop()
  const sql = connect(findRunning(data).appUrl, { name: 'e2e', max: 1 })
  const [sneaker] = await sql<{ id: string }[]>`select id from app.sneaker where style_code = 'OKT-611-330'`
  const sneakerId = sneaker?.id ?? ''
  const id = uuidv7()
  const nowhere = { address: null, latitude: null, longitude: null }
  const storeId = await upsertStore(sql, {
    id,
    slug: `shop-${id}`,
    name: storeName,
    url: shop.origin,
    ...nowhere,
  })
  const target = { url: new URL(shop.url(0)), sneakerId, storeId, currency: 'USD', everyMs: 500 }
  await addTarget(sql, { ...target, now: new Date() })
  await sql.end()
  return { shop, sneakerId, storeId, storeName }
}
