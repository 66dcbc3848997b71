import type { PurchaseRequest } from '../../core/checkout/shape.ts'
import type { Db } from '../client.ts'
import { type RequestRow, requestColumns, withEvents } from './row.ts'

/** One request of this member with its events, or undefined when it does not exist or is another member's. */
export async function getPurchase(
  db: Db,
  { id, memberId }: { id: string; memberId: string },
): Promise<PurchaseRequest | undefined> {
  const rows = await db<RequestRow[]>`
    select ${db.unsafe(requestColumns)} from app.purchase_request r join app.drop d on d.id = r.drop_id
    where r.id = ${id} and r.member_id = ${memberId}`
  const [request] = await withEvents(db, rows)
  return request
}
