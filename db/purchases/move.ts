import type { Outcome } from '../../core/checkout/outcome.ts'
import type { PurchaseMode, PurchaseState, Review } from '../../core/checkout/shape.ts'
import { isFinalState, requireMove } from '../../core/checkout/states.ts'
import { isTold } from '../../core/checkout/told.ts'
import { Final } from '../../core/errors.ts'
import { writeAlert } from '../alerts/write.ts'
import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'
import { forgetLent } from '../live/forget.ts'
import { deleteCode } from '../vault/code.ts'

export type LockedPurchase = {
  id: string
  member_id: string
  drop_id: string
  state: PurchaseState
  mode: PurchaseMode
  review: Review | null
  max_total_minor: number
}

/** The request's row, locked until the transaction ends. @throws Final `checkout.not-found` */
export async function lockPurchase(
  tx: Db,
  { id, memberId }: { id: string; memberId?: string },
): Promise<LockedPurchase> {
  const [row] = await tx<LockedPurchase[]>`
    select id, member_id, drop_id, state, mode, review, max_total_minor
    from app.purchase_request where id = ${id} for update`
  if (row && (memberId === undefined || row.member_id === memberId)) return row
  throw new Final({ code: 'checkout.not-found', message: 'There is no such purchase request.' })
}

export type PurchaseNote = { step: string | null; message: string; screenshot?: Uint8Array | null }

/** Writes an event row and tells the listeners; in the transaction of the change it describes. */
export async function notePurchase(
  tx: Db,
  request: Pick<LockedPurchase, 'id' | 'member_id' | 'state'>,
  { step, message, screenshot = null }: PurchaseNote,
): Promise<void> {
  await tx`
    insert into app.purchase_event (request_id, state, step, message, screenshot)
    values (${request.id}, ${request.state}, ${step}, ${message}, ${screenshot})`
  await notifyApp(tx, { kind: 'purchase', request_id: request.id, member_id: request.member_id })
}

type Change = { review?: Review; confirmedTotalMinor?: number; outcome?: Outcome }

/**
 * Moves a locked request along an edge of the machine, with its event row, its notification and its alert. At its end the
 * security code and the way to the worker's page go, in the same transaction.
 * @throws Final `checkout.state` when the machine has no such edge
 */
export async function movePurchase(
  tx: Db,
  request: LockedPurchase,
  { to, change = {}, note }: { to: PurchaseState; change?: Change; note: PurchaseNote },
): Promise<void> {
  requireMove(request.state, to)
  await tx`
    update app.purchase_request set state = ${to}, updated_at = now(),
      review = coalesce(${change.review ? tx.json(change.review) : null}, review),
      confirmed_total_minor = coalesce(${change.confirmedTotalMinor ?? null}, confirmed_total_minor),
      outcome = coalesce(${change.outcome ? tx.json(change.outcome) : null}, outcome)
    where id = ${request.id}`
  if (isFinalState(to)) {
    await deleteCode(tx, request.id)
    await forgetLent(tx, request.id)
  }
  await notePurchase(tx, { ...request, state: to }, note)
  const { id: requestId, member_id: memberId, mode } = request
  if (isTold({ to, mode, outcome: change.outcome }))
    await writeAlert(tx, { kind: 'purchase', memberId, requestId, state: to })
}
