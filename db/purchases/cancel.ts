import { Final } from '../../core/errors.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { lockPurchase, movePurchase } from './move.ts'

/**
 * The member calls it off; the worker notices at its next step. Too late once the order is being placed.
 * @throws Final `checkout.not-found`, `checkout.state`
 */
export async function cancelPurchase(
  sql: Sql,
  { id, memberId }: { id: string; memberId: string },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id, memberId })
    if (request.state === 'submitting')
      throw new Final({
        code: 'checkout.state',
        message: 'The order is being placed; it is too late to cancel here.',
      })
    const detail = 'You cancelled; nothing was ordered.'
    await movePurchase(tx, request, {
      to: 'not-ordered',
      change: { outcome: { kind: 'not-ordered', reason: 'cancelled', detail } },
      note: { step: null, message: detail },
    })
  })
}
