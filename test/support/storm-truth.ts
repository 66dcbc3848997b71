import type { Alert } from '../../core/alert/shape.ts'
import type { Db } from '../../db/client.ts'
import type { Flip } from './stock-shop.ts'
import type { Cell, Sea } from './storm-sea.ts'

/** A change as it was written down. */
type Change = { id: string; before: string; after: string }

export const keyOf = ({ sneakerId, storeId, size }: Pick<Cell, 'sneakerId' | 'storeId' | 'size'>) =>
  `${sneakerId} ${storeId} ${size}`

/** All changes that were written down, of each size in order. */
export async function changesOf(db: Db): Promise<Map<string, Change[]>> {
  const rows = await db<(Change & { key: string })[]>`
    select c.id, c.before, c.after, concat_ws(' ', t.sneaker_id, t.store_id, c.size) as key
    from app.stock_change c join app.monitor_target t on t.id = c.target_id order by c.id`
  return Map.groupBy(rows, ({ key }) => key)
}

/** How many sizes have been seen at least once. */
export async function seenCells(db: Db): Promise<number> {
  const [row] = await db<
    { count: number }[]
  >`select count(*)::int as count from app.stock where known is not null`
  return row?.count ?? 0
}

const told = (list: readonly { before: string; after: string }[]) =>
  list.map(({ before, after }) => `${before}-${after}`).join(' ')

const isRestock = ({ before, after }: Pick<Flip, 'before' | 'after'>) =>
  after === 'in' || (before === 'out' && after === 'preorder')

/** What is written down of stock that did not happen, happened otherwise, or is missing: in words. */
export function wrongChanges(sea: Sea, changes: ReadonlyMap<string, readonly Change[]>): string[] {
  return sea.cells.flatMap((cell) => {
    const [happened, written] = [told(sea.flipsOf(cell)), told(changes.get(keyOf(cell)) ?? [])]
    return happened === written
      ? []
      : [`size ${cell.size} of ${cell.url}: ${happened} is written as ${written}`]
  })
}

const spotOf = (alert: Alert) =>
  alert.kind === 'restock'
    ? keyOf({ sneakerId: alert.sneaker.id, storeId: alert.store.id, size: alert.size })
    : `${alert.kind} ${alert.id}`

const stateOf = (alert: Alert) => ('state' in alert ? alert.state : '')

/** One alert for each restock, of what was there then, and no other. */
export function wrongAlerts(sea: Sea, log: readonly Alert[]): string[] {
  const bySpot = Map.groupBy(log, spotOf)
  const wrong = sea.cells.flatMap((cell) => {
    const due = sea.flipsOf(cell).filter(isRestock)
    const has = bySpot.get(keyOf(cell)) ?? []
    bySpot.delete(keyOf(cell))
    const [is, said] = [due.map(({ after }) => after).join(' '), has.map(stateOf).join(' ')]
    return is === said ? [] : [`size ${cell.size} of ${cell.url}: ${is} is told as ${said}`]
  })
  return [...wrong, ...[...bySpot.keys()].map((spot) => `an alert of what nobody changed: ${spot}`)]
}
