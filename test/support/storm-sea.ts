import { uuidv7 } from '../../core/id.ts'
import type { Random } from '../../core/random.ts'
import type { Sql } from '../../db/client.ts'
import { addCatalog } from './members.ts'
import { type Flip, type ShopState, type StockShop, startStockShop } from './stock-shop.ts'
import { nextState, type StormPlan } from './storm-plan.ts'

/** A product at one of the shops, as the catalogue has it. */
export type Berth = { shop: StockShop; product: number; sneakerId: string; storeId: string; url: string }
/** One size of it. */
export type Cell = Berth & { size: string }

type Waters = Pick<StormPlan, 'shops' | 'products' | 'sizes' | 'telling' | 'random'>

/** The shops of a storm, all that they change, and what of it nobody has noticed yet. */
export class Sea {
  readonly berths: Berth[] = []
  readonly shops: StockShop[]
  readonly #sizes: readonly string[]

  private constructor(shops: StockShop[], sizes: readonly string[]) {
    this.shops = shops
    this.#sizes = sizes
  }

  /** Shops, a store for each and a pair for each of their products. @param all what everything is at first; mixed by default */
  static async open(sql: Sql, plan: Waters, all?: ShopState): Promise<Sea> {
    const { shops: count, products, sizes, telling, random } = plan
    const opening = Array.from({ length: count }, () => startStockShop({ products, sizes, telling }))
    const sea = new Sea(await Promise.all(opening), sizes)
    for (const shop of sea.shops) {
      const { storeId } = await addCatalog(sql)
      for (let product = 0; product < products; product++) {
        const { sneakerId } = await addCatalog(sql)
        const first = sizes.map((size): [string, ShopState] => [
          size,
          all ?? (random(3) === 0 ? 'in' : 'out'),
        ])
        shop.set(product, Object.fromEntries(first))
        sea.berths.push({ shop, product, sneakerId, storeId, url: shop.url(product) })
      }
      // How a shop began is no change.
      shop.flips.length = 0
    }
    return sea
  }

  get cells(): Cell[] {
    return this.berths.flatMap((berth) => this.#sizes.map((size) => ({ ...berth, size })))
  }

  /** What the shop changed of a size, in order. */
  flipsOf({ shop, product, size }: Cell): Flip[] {
    return shop.flips.filter((flip) => flip.product === product && flip.size === size)
  }

  get flips(): number {
    return this.shops.reduce((sum, { flips }) => sum + flips.length, 0)
  }

  /** Changes up to so many of these cells, each once. */
  flip(random: Random, cells: readonly Cell[], most: number): void {
    const free = [...cells]
    for (let left = Math.min(most, free.length); left > 0; left--) {
      const [cell] = free.splice(random(free.length), 1)
      if (cell)
        cell.shop.set(cell.product, {
          [cell.size]: nextState(random, stateOf(cell), cell.shop.tellingOf(cell.product)),
        })
    }
  }

  /** One of the shops asks for patience, once: who comes before it is over is written down. */
  tire(random: Random): void {
    const shop = this.shops[random(this.shops.length)]
    const [status, as] = [random(2) === 0 ? 429 : 503, random(2) === 0 ? 'seconds' : 'date'] as const
    shop?.suffer({ kind: 'status', status, as, retryAfter: 1 + random(2) }, { times: 1 })
  }

  get violations(): string[] {
    return this.shops.flatMap(({ guests }) => guests.told)
  }

  async close(): Promise<void> {
    await Promise.all(this.shops.map((shop) => shop.close()))
  }
}

const stateOf = ({ shop, product, size }: Cell): ShopState => shop.stateOf(product, size)

/** Has every product watched, as often as the shops' budgets allow. */
export async function watchAll(sql: Sql, { berths }: Sea, everyMs: number): Promise<void> {
  const now = new Date()
  for (const { shop, sneakerId, storeId, url } of berths) {
    await sql`insert into app.monitor_origin (origin, next_at) values (${shop.origin}, ${now}) on conflict do nothing`
    await sql`insert into app.monitor_target ${sql({
      ...{ id: uuidv7(), url, origin: shop.origin, sneaker_id: sneakerId, store_id: storeId },
      ...{ next_at: now, interval_ms: everyMs, every_ms: everyMs },
    })}`
  }
}
