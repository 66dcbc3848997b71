import { Final } from '../../core/errors.ts'
import { formatMoney } from '../../core/format-money.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { lockPurchase, movePurchase } from './move.ts'

/**
 * The member says yes to exactly the total that the shop showed.
 * @param totalMinor the total the member saw, minor units
 * @throws Final `checkout.not-found`, `checkout.state`, `checkout.price-changed`
 */
export async function confirmPurchase(
  sql: Sql,
  { id, memberId, totalMinor }: { id: string; memberId: string; totalMinor: number },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id, memberId })
    if (request.state === 'review' && request.review && request.review.total_minor !== totalMinor)
      throw new Final({
        code: 'checkout.price-changed',
        message: `The shop now asks ${formatMoney(request.review.total_minor, request.review.currency)}.`,
        fix: 'Look at the new total and confirm it, or cancel.',
      })
    await movePurchase(tx, request, {
      to: 'confirmed',
      change: { confirmedTotalMinor: totalMinor },
      note: { step: null, message: 'You confirmed the total.' },
    })
  })
}
