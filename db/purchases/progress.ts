import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Review } from '../../core/checkout/shape.ts'
import { isFinalState, stateOf } from '../../core/checkout/states.ts'
import { Final } from '../../core/errors.ts'
import type { Sql } from '../client.ts'
import { forgetLent } from '../live/forget.ts'
import { type DeadLetter, writeDeadLetter } from '../pool/write.ts'
import { inTransaction } from '../transaction.ts'
import { type LockedPurchase, lockPurchase, movePurchase, notePurchase, type PurchaseNote } from './move.ts'

type Note = { id: string; note: PurchaseNote }

function requireOpen(request: LockedPurchase): void {
  if (isFinalState(request.state))
    throw new Final({ code: 'checkout.state', message: `This checkout has ended: ${request.state}.` })
}

/**
 * A worker takes the request: queued becomes walking; a restarted worker finds it further on and leaves it there, but for
 * a page that the member had: it died with its worker.
 * @param adapter what walks the shop, as results boards name it
 */
export async function beginWalk(sql: Sql, { id, note, adapter }: Note & { adapter?: string }): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id })
    requireOpen(request)
    if (adapter !== undefined) await tx`update app.purchase_request set adapter = ${adapter} where id = ${id}`
    await forgetLent(tx, id)
    if (request.state === 'queued' || request.state === 'with-member')
      await movePurchase(tx, request, { to: 'walking', note })
    else await notePurchase(tx, request, note)
  })
}

/** One finished step. @throws Final `checkout.state` when the request ended meanwhile (the member cancelled) */
export async function recordStep(sql: Sql, { id, note }: Note): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id })
    requireOpen(request)
    await notePurchase(tx, request, note)
  })
}

/** The shop's review page was reached; a re-walk refreshes what it says. A dry run shows it without asking. */
export async function storeReview(sql: Sql, { id, note, review }: Note & { review: Review }): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id })
    requireOpen(request)
    if (request.state === 'walking' && request.mode !== 'dry-run')
      return movePurchase(tx, request, { to: 'review', change: { review }, note })
    await tx`update app.purchase_request set review = ${tx.json(review)}, updated_at = now() where id = ${id}`
    return notePurchase(tx, request, note)
  })
}

/** What the page says beside the button that the member is about to press. */
export async function noteReview(sql: Sql, { id, review }: { id: string; review: Review }): Promise<void> {
  await sql`update app.purchase_request set review = ${sql.json(review)} where id = ${id}`
}

/**
 * Ends a request that never raised its fence.
 * @param letter when the queue gave it up
 * @throws Final `checkout.state` when it already ended, or is past the fence (then only resolveFence may end it)
 */
export async function finishPurchase(
  sql: Sql,
  { id, note, outcome, letter }: Note & { outcome: Outcome; letter?: DeadLetter },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id })
    if (request.state === 'submitting')
      throw new Final({
        code: 'checkout.state',
        message: 'The fence is up: only what the shop shows ends it.',
      })
    await movePurchase(tx, request, { to: stateOf(outcome), change: { outcome }, note })
    if (letter) await writeDeadLetter(tx, request, letter)
  })
}
