import type { Outcome } from '../../core/checkout/outcome.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Db } from '../client.ts'
import { readShipping } from '../vault/shipping.ts'
import { type LockedPurchase, movePurchase } from './move.ts'
import { isOpen } from './open.ts'

/**
 * Ends every checkout of the member that has not reached its fence. One past it is left to the shop's answer.
 * Locks all of them: whoever ends one meanwhile comes before or after, never in between.
 */
export async function cancelAll(tx: Db, memberId: string): Promise<void> {
  const open = await tx<LockedPurchase[]>`
    select id, member_id, drop_id, state, mode, review, max_total_minor
    from app.purchase_request where member_id = ${memberId} and ${isOpen(tx)} order by id for update`
  const detail = 'The account was deleted; nothing was ordered.'
  const outcome: Outcome = { kind: 'not-ordered', reason: 'cancelled', detail }
  for (const request of open.filter(({ state }) => state !== 'submitting'))
    await movePurchase(tx, request, {
      to: 'not-ordered',
      change: { outcome },
      note: { step: null, message: detail },
    })
}

/**
 * Empties the ended checkouts of a member who left: address, mail, steps and pictures go. What stays is that there was
 * an order, with its number: a later order to the same mail must not be taken for it (`knownOrders`).
 */
export async function scrubPurchases(tx: Db, memberId: string): Promise<void> {
  await tx`
    delete from app.dead_letter where request_id in (select id from app.purchase_request where member_id = ${memberId})`
  await tx`
    delete from app.purchase_event where request_id in (
      select id from app.purchase_request where member_id = ${memberId} and not ${isOpen(tx)})`
  await tx`
    update app.purchase_request set shipping = null, shipping_encrypted = null, lookup_zip = null, email = null, review = null, word = null,
      outcome = case when state = 'ordered' then jsonb_build_object('kind', 'ordered', 'number', outcome->'number') end
    where member_id = ${memberId} and not ${isOpen(tx)}`
}

/** Keeps what the shop's order lookup asks for, of the orders that are being placed. Before the address is shredded. */
export async function keepLookups(tx: Db, ring: KeyRing, memberId: string): Promise<void> {
  const placing = await tx<{ id: string }[]>`
    select id from app.purchase_request where member_id = ${memberId} and state = 'submitting'`
  for (const { id } of placing) {
    const { zip_code } = await readShipping(tx, ring, id)
    await tx`update app.purchase_request set lookup_zip = ${zip_code} where id = ${id}`
  }
}

/** The same for a member who left while an order was being placed, now that it has ended. */
export async function scrubIfGone(tx: Db, memberId: string): Promise<void> {
  const [gone] = await tx`select 1 from app.member where id = ${memberId} and deleted_at is not null`
  if (gone) await scrubPurchases(tx, memberId)
}
