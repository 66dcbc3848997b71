import type { PurchaseRequest } from '../../core/checkout/shape.ts'
import type { Db } from '../client.ts'
import { type RequestRow, requestColumns, withEvents } from './row.ts'

const LIMIT = 50

/** The member's requests, newest first, at most 50. */
export async function listPurchases(db: Db, memberId: string): Promise<PurchaseRequest[]> {
  const rows = await db<RequestRow[]>`
    select ${db.unsafe(requestColumns)} from app.purchase_request r join app.drop d on d.id = r.drop_id
    where r.member_id = ${memberId} order by r.id desc limit ${LIMIT}`
  return withEvents(db, rows)
}
