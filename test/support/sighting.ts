import { uuidv7 } from '../../core/id.ts'
import type { Sql } from '../../db/client.ts'
import { endRestock } from '../../db/restocks/end.ts'
import { type Opened, openRestock } from '../../db/restocks/open.ts'
import { inTransaction } from '../../db/transaction.ts'

type Spot = { sneakerId: string; storeId: string }

/** A monitor sees that size 10 is back, in a transaction of its own. @returns the restock */
export function monitorSees(sql: Sql, spot: Spot, change: Partial<Opened> = {}): Promise<string> {
  const { now = new Date() } = change
  const opened = {
    ...{
      size: '10',
      state: 'in' as const,
      priceMinor: 11_000,
      currency: 'USD',
      confidence: 0.9,
      evidence: 'InStock',
      changeId: uuidv7(),
    },
    ...{ askedAt: new Date(now.getTime() - 120), seenAt: now, now },
    ...{ ...spot, ...change },
  }
  return inTransaction(sql, (tx) => openRestock(tx, opened))
}

/** It sees that the size is gone. */
export function monitorMisses(
  sql: Sql,
  spot: Spot,
  { size = '10', endedAt = new Date() } = {},
): Promise<string | undefined> {
  return inTransaction(sql, (tx) => endRestock(tx, { ...spot, size, endedAt }))
}
