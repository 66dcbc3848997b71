import { gateName } from '../../core/manners/gate-name.ts'
import type { ShopHealth } from '../../core/operator/shape.ts'
import type { AskedShop, WatchedShop } from '../../db/operator/shops.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

const unwatched = (origin: string): ShopHealth => ({
  ...{ origin, name: null, readers: [], targets: 0, failing: 0, problem: null },
  ...{ last_ok_at: null, resting_until: null, checkouts: 0, dead: 0 },
})

/** What monitors and checkouts each know of a shop, together: what has trouble first. Pure. */
export function joinShops(watched: readonly WatchedShop[], asked: readonly AskedShop[]): ShopHealth[] {
  const all = new Map<string, ShopHealth>()
  for (const shop of watched) {
    const times = { last_ok_at: iso(shop.last_ok_at), resting_until: iso(shop.resting_until) }
    all.set(shop.origin, { ...unwatched(shop.origin), ...shop, ...times })
  }
  for (const { url, checkouts, dead } of asked) {
    const origin = gateName(new URL(url))
    const before = all.get(origin) ?? unwatched(origin)
    all.set(origin, { ...before, checkouts: before.checkouts + checkouts, dead: before.dead + dead })
  }
  const trouble = ({ failing, dead }: ShopHealth) => failing + dead
  return [...all.values()].sort((one, other) => trouble(other) - trouble(one))
}
