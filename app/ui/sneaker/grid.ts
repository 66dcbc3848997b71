import type { Stock } from '../../../core/monitor/stock.ts'

/** One shop's column. */
export type ShopColumn = {
  store: Stock['store']
  url: string
  /** When it was last looked at with an answer. */
  seenAt: string
  bySize: ReadonlyMap<string, Stock>
}

export type Grid = { sizes: string[]; shops: ShopColumn[] }

const numberOf = (size: string) => Number.parseFloat(size.replace(/^[^\d]*/, ''))

/** By number, then by what stands beside it: 7, 7W, 7.5, 10. What has no number comes last. */
function bySize(a: string, b: string): number {
  const [left, right] = [numberOf(a), numberOf(b)]
  if (Number.isNaN(left) || Number.isNaN(right))
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right))
  return left - right || a.localeCompare(b)
}

/** What is known of a pair, as sizes by shops: a size that a shop does not name has no cell there. */
export function gridOf(stock: readonly Stock[]): Grid {
  const shops = [...Map.groupBy(stock, ({ url }) => url)].flatMap(([url, cells]) => {
    const [first] = cells
    if (!first) return []
    const seenAt =
      cells
        .map(({ seen_at }) => seen_at)
        .sort()
        .at(-1) ?? first.seen_at
    return [{ store: first.store, url, seenAt, bySize: new Map(cells.map((cell) => [cell.size, cell])) }]
  })
  return { sizes: [...new Set(stock.map(({ size }) => size))].sort(bySize), shops }
}
