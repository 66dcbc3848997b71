import { maskedScreenshot } from '../../adapters/browser/context.ts'
import { GivenBack } from '../../adapters/queue/worker.ts'
import type { StepName, Walk } from '../../adapters/retailers/adapter.ts'
import { type Limit, requireWithinLimit } from '../../adapters/retailers/limit.ts'
import { walkToReview } from '../../adapters/retailers/walk.ts'
import type { Review } from '../../core/checkout/shape.ts'
import { formatMoney } from '../../core/format-money.ts'
import type { PurchaseNote } from '../../db/purchases/move.ts'
import { recordStep, storeReview } from '../../db/purchases/progress.ts'
import type { PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { keepable } from './live/private.ts'

/**
 * A step with what the page shows; a page that cannot be drawn must not end a purchase. One that the member had a hand in
 * is not drawn any more: it may show what they typed.
 */
export async function noteOf(walk: Walk, step: StepName | null, message: string): Promise<PurchaseNote> {
  const screenshot = walk.facts.helped ? null : await maskedScreenshot(walk.page).catch(() => null)
  return { step, message: keepable(walk, message), screenshot }
}

/** What this member would pay, at most: their limit, or less once they have said yes to a total. */
export function limitOf(work: PurchaseWork): Limit {
  const minor = Math.min(work.maxTotalMinor, work.confirmedTotalMinor ?? work.maxTotalMinor)
  return { minor, currency: work.currency }
}

/** Walks to the shop's review page, writing each step down, and stores what it says. */
export async function reachReview(deps: CheckoutDeps, work: PurchaseWork, walk: Walk): Promise<Review> {
  const { sql, draining } = deps
  const review = await walkToReview(deps.adapter, walk, async (step, message) => {
    if (draining.aborted) throw new GivenBack()
    await recordStep(sql, { id: work.id, note: await noteOf(walk, step, message) })
  })
  requireWithinLimit(walk, limitOf(work), review)
  const total = formatMoney(review.total_minor, review.currency)
  const note = await noteOf(walk, 'review', `The shop asks ${total}.`)
  await storeReview(sql, { id: work.id, review, note })
  return review
}
