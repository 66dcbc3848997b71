import type { Outcome } from '../../core/checkout/outcome.ts'
import { stateOf } from '../../core/checkout/states.ts'
import { Final } from '../../core/errors.ts'
import type { Db, Sql } from '../client.ts'
import { shortenLent } from '../live/shorten.ts'
import { type DeadLetter, writeDeadLetter } from '../pool/write.ts'
import { inTransaction } from '../transaction.ts'
import { lockPurchase, movePurchase, type PurchaseNote } from './move.ts'
import { scrubIfGone } from './scrub.ts'

export type Fence = {
  state: 'submitting' | 'ordered' | 'unknown'
  at: Date
  /** The member pressed the button: under which name and mail is not known. */
  byHand: boolean
  /** By which the shop's interface knows the order's session; null where the pages are asked. */
  ticket: string | null
}

/** The refusal of a second order for one member and drop. */
export function alreadyOrdered(): Final {
  return new Final({
    code: 'checkout.already-ordered',
    message: 'You already have an order, or one being placed, for this drop.',
    fix: 'One pair per member and drop; look at your earlier request.',
  })
}

/** The fence that this request raised, if it did. */
export async function readFence(db: Db, requestId: string): Promise<Fence | undefined> {
  const [fence] = await db<Fence[]>`
    select state, at, by_hand as "byHand", ticket from app.checkout_fence where request_id = ${requestId}`
  return fence
}

/**
 * The last thing before the click that buys: commits the fence row and state `submitting` together. When this
 * returns, no process will ever click for this member and drop again, whatever dies.
 * @param byHand the member is about to press, or has pressed, the button on the worker's page
 * @param ticket as Fence's
 * @throws Final `checkout.already-ordered`, `checkout.state`
 */
export async function raiseFence(
  sql: Sql,
  id: string,
  { byHand = false, ticket = null }: Partial<Pick<Fence, 'byHand' | 'ticket'>> = {},
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    // The row must be on disk before the click, even on a server tuned to answer early.
    await tx`set local synchronous_commit = on`
    const request = await lockPurchase(tx, { id })
    const [raised] = await tx`
      insert into app.checkout_fence (member_id, drop_id, request_id, state, by_hand, ticket)
      values (${request.member_id}, ${request.drop_id}, ${id}, 'submitting', ${byHand}, ${ticket})
      on conflict do nothing returning request_id`
    if (!raised) throw alreadyOrdered()
    await shortenLent(tx, id)
    await movePurchase(tx, request, {
      to: 'submitting',
      note: { step: 'submit', message: byHand ? 'You press the button that buys.' : 'Placing the order.' },
    })
  })
}

/**
 * What the shop showed after the click, with the request's final state. The fence stays for `ordered` and `unknown`;
 * any other outcome removes it, so pass one only when it is proven that nothing was ordered.
 * @param letter when the queue gave it up
 * @throws Final `checkout.state` when the request is not submitting
 */
export async function resolveFence(
  sql: Sql,
  { id, outcome, note, letter }: { id: string; outcome: Outcome; note: PurchaseNote; letter?: DeadLetter },
): Promise<void> {
  const to = stateOf(outcome)
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id })
    await movePurchase(tx, request, { to, change: { outcome }, note })
    if (letter) await writeDeadLetter(tx, request, letter)
    if (to === 'ordered' || to === 'unknown')
      await tx`update app.checkout_fence set state = ${to}, ticket = null where request_id = ${id}`
    else await tx`delete from app.checkout_fence where request_id = ${id}`
    await scrubIfGone(tx, request.member_id)
  })
}
