import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Db } from '../client.ts'
import { type LockedPurchase, movePurchase } from '../purchases/move.ts'
import { isOpen } from '../purchases/open.ts'

/**
 * Ends the checkouts that were open when the backup was made, and puts a fence before each: whether they ordered afterwards the
 * backup cannot know, so nothing of ours may order that drop for that member again. Those past their fence are left: workers
 * ask the shop about them, as after any crash.
 * @returns how many
 */
export async function endOpenPurchases(tx: Db): Promise<number> {
  const open = await tx<LockedPurchase[]>`
    select id, member_id, drop_id, state, mode, review, max_total_minor
    from app.purchase_request where ${isOpen(tx)} and state <> 'submitting' order by id for update`
  const detail =
    'SNPD was restored from a backup that is older than this checkout may be. Look into your mail whether the shop confirmed an order.'
  const outcome: Outcome = { kind: 'not-ordered', reason: 'cancelled', detail }
  for (const request of open) {
    await tx`
      insert into app.checkout_fence (member_id, drop_id, request_id, state)
      values (${request.member_id}, ${request.drop_id}, ${request.id}, 'unknown') on conflict do nothing`
    const note = { step: null, message: detail }
    await movePurchase(tx, request, { to: 'not-ordered', change: { outcome }, note })
  }
  return open.length
}

/**
 * Awards that wait, and that the chain minted after the backup, get their numbers back: minted is minted. A mint is recognised by
 * wallet and amount, the oldest award first; those of members who have left stay nobody's. To be run when the mirror has caught
 * up and before a worker starts.
 * @returns how many
 */
export async function adoptMinted(tx: Db): Promise<number> {
  const adopted = await tx`
    with minted as (
      select c.award_id, c.to_address, c.amount,
        row_number() over (partition by c.to_address, c.amount order by c.award_id) as place
      from chain.award c
      where c.award_id > (select coalesce(max(first_id + cardinality(packed) - 1), 0) from app.award_batch)
        and not exists (select 1 from app.award a where a.award_id = c.award_id)),
    waiting as (
      select a.id, w.address, a.amount,
        row_number() over (partition by w.address, a.amount order by a.matures_at nulls last, a.id) as place
      from app.award a join app.wallet w on w.member_id = a.member_id
      where a.award_id is null and a.reversed_at is null)
    update app.award a set award_id = minted.award_id
    from minted join waiting on waiting.address = minted.to_address and waiting.amount = minted.amount
      and waiting.place = minted.place
    where a.id = waiting.id and a.award_id is null returning a.id`
  return adopted.length
}
