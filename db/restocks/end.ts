import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'
import { lockSpot, plainSize, type Spot } from './current.ts'

/**
 * The shop says that the size is gone: what a monitor saw there is over. A report that no monitor saw is not ended by it,
 * since a shelf is not the shop's web page. In the transaction that wrote the change.
 * @param endedAt when the shop's answer was read
 * @returns the restock's id; undefined when none was open
 */
export async function endRestock(tx: Db, spot: Spot & { endedAt: Date }): Promise<string | undefined> {
  const { sneakerId, storeId, endedAt } = spot
  await lockSpot(tx, spot)
  const [ended] = await tx<{ id: string }[]>`
    update app.restock set ended_at = ${endedAt}
      where sneaker_id = ${sneakerId} and store_id = ${storeId} and size = ${plainSize(spot.size)}
        and change_id is not null and ended_at is null
      returning id`
  if (ended) await notifyApp(tx, { kind: 'restock', restock_id: ended.id })
  return ended?.id
}
