import { uuidv7 } from '../../core/id.ts'
import { type NewAlert, writeAlert } from '../../db/alerts/write.ts'
import type { Db, Sql } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { addCatalog, addMember } from './members.ts'

export type Ground = { sneakerId: string; storeId: string; memberId: string }

/** A pair, a shop and a member who reports. */
export async function alertGround(sql: Sql, username = `ground_${uuidv7().slice(-8)}`): Promise<Ground> {
  const { id: memberId } = await addMember(sql, username)
  return { ...(await addCatalog(sql)), memberId }
}

type Restock = Partial<Extract<NewAlert, { kind: 'restock' }>>

/** A restock and its alert in the caller's transaction, as a monitor's. @returns the restock's id */
export async function addAlert(tx: Db, ground: Ground, change: Restock = {}): Promise<string> {
  const { sneakerId, storeId, memberId } = ground
  const restockId = uuidv7()
  const seenAt = new Date()
  const alert = {
    ...{
      kind: 'restock' as const,
      restockId,
      sneakerId,
      storeId,
      size: '10',
      state: 'in' as const,
      priceMinor: 11_000,
    },
    ...{ currency: 'USD', source: 'monitor' as const, confidence: 0.9, askedAt: seenAt, seenAt },
    ...change,
  }
  await tx`
    insert into app.restock (id, sneaker_id, store_id, size, reported_by)
    values (${restockId}, ${alert.sneakerId}, ${alert.storeId}, ${alert.size}, ${memberId})`
  await writeAlert(tx, alert)
  return restockId
}

/** The same in a transaction of its own. */
export function sayAlert(sql: Sql, ground: Ground, change: Restock = {}): Promise<string> {
  return inTransaction(sql, (tx) => addAlert(tx, ground, change))
}
