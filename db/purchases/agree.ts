import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { lockPurchase, movePurchase } from './move.ts'

/**
 * In `auto` the member's yes came with the request: the total that the shop shows now is it. Nothing happens in another
 * mode or state, or once the member had a hand in the page.
 */
export async function agreeAsAsked(
  sql: Sql,
  { id, totalMinor }: { id: string; totalMinor: number },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id })
    const [asked] =
      await tx`select 1 from app.purchase_request where id = ${id} and mode = 'auto' and not helped`
    if (request.state !== 'review' || !asked) return
    await movePurchase(tx, request, {
      to: 'confirmed',
      change: { confirmedTotalMinor: totalMinor },
      note: { step: null, message: 'Within your limit, and you asked for no second look.' },
    })
  })
}
