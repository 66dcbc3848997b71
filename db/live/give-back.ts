import type { Return } from '../../core/checkout/lent.ts'
import { Final } from '../../core/errors.ts'
import type { Sql } from '../client.ts'
import { lockPurchase, notePurchase } from '../purchases/move.ts'
import { inTransaction } from '../transaction.ts'

const words: Record<Return, string> = {
  'go-on': 'You gave the page back.',
  ordered: 'You say that you placed the order.',
}

/**
 * The member gives the page back; the worker hears of it.
 * @throws Final `checkout.not-found`, `checkout.state` when there is no such page (any more)
 */
export async function giveBack(
  sql: Sql,
  { id, memberId, how }: { id: string; memberId: string; how: Return },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id, memberId })
    const { count } = await tx`
      update app.live_page set returned = ${how} where request_id = ${id} and returned is null and until > now()`
    if (count === 0)
      throw new Final({
        code: 'checkout.state',
        message: 'This page is not with you any more.',
        fix: 'Look at how the checkout stands now.',
      })
    await notePurchase(tx, request, { step: null, message: words[how] })
  })
}
