import type { Db } from '../client.ts'
import { lockVault } from './key.ts'

/**
 * Destroys a member's data key, and with it, wherever copies of them may lie, all that was encrypted with it; the
 * columns, the sealed payment details and codes go too. In the caller's transaction. The member's row stays.
 */
export async function shred(tx: Db, memberId: string): Promise<void> {
  await lockVault(tx, memberId)
  await tx`
    insert into app.member_key (member_id, wrapped, shredded_at) values (${memberId}, null, now())
    on conflict (member_id) do update set wrapped = null, shredded_at = coalesce(member_key.shredded_at, now())`
  await tx`update app.member set shipping_address = null, address_encrypted = null where id = ${memberId}`
  await tx`
    update app.purchase_request set shipping = null, shipping_encrypted = null where member_id = ${memberId}`
  await tx`delete from app.channel where member_id = ${memberId}`
  await tx`delete from app.payment_details where member_id = ${memberId}`
  await tx`
    delete from app.purchase_secret s using app.purchase_request r
    where r.id = s.request_id and r.member_id = ${memberId}`
}
