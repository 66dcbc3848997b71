import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'
import { lockSpot, plainSize, type Spot } from './current.ts'

/** Whether another page of the shop still has what the restock `r` says: two pages may be watched for one pair. */
function isElsewhere(tx: Db, { sneakerId, storeId }: Spot, size: string) {
  return tx`exists (
    select from app.monitor_target t join app.stock s on s.target_id = t.id
    where t.sneaker_id = ${sneakerId} and t.store_id = ${storeId} and not t.paused
      and s.size = ${size} and s.known = r.state)`
}

/**
 * The shop says that it has something else of the size, or nothing: what a monitor saw there is over, unless another page
 * of it says otherwise. A report that no monitor saw is not ended by it, since a shelf is not the shop's web page. In the
 * transaction that wrote the change, after app.stock is written.
 * @param endedAt when the shop's answer was read
 * @returns the restock's id; undefined when none was open
 */
export async function endRestock(tx: Db, spot: Spot & { endedAt: Date }): Promise<string | undefined> {
  const { sneakerId, storeId, endedAt } = spot
  const size = plainSize(spot.size)
  await lockSpot(tx, spot)
  const [ended] = await tx<{ id: string }[]>`
    update app.restock r set ended_at = ${endedAt}
      where sneaker_id = ${sneakerId} and store_id = ${storeId} and size = ${size}
        and change_id is not null and ended_at is null and not ${isElsewhere(tx, spot, size)}
      returning id`
  if (ended) await notifyApp(tx, { kind: 'restock', restock_id: ended.id })
  return ended?.id
}
