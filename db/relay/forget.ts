import type { Db } from '../client.ts'

/**
 * Requests that are in no batch are not sent any more. What is on its way is, for it may be on the chain already; it
 * belongs to nobody then, and is deleted when it ended (`tellNews`).
 */
export async function forgetRelayed(tx: Db, memberId: string): Promise<void> {
  // In the order of whoever else takes several (`tellNews`, `freezeRequests`): neither waits for the other.
  await tx`select 1 from app.relay_request where member_id = ${memberId} order by id for update`
  await tx`
    delete from app.relay_request where member_id = ${memberId} and (batch_id is null or outcome is not null)`
  await tx`update app.relay_request set member_id = null where member_id = ${memberId}`
}
