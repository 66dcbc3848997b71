import { Final } from '../../core/errors.ts'
import type { Sql } from '../client.ts'
import { lockPurchase, movePurchase, type PurchaseNote } from '../purchases/move.ts'
import { inTransaction } from '../transaction.ts'
import { forgetLent } from './forget.ts'

/**
 * The assistant goes on from the page as it is. What the member said yes to before counts no more.
 * @throws Final `checkout.state` when the request is not with its member (it ended, or is past its fence)
 */
export async function takeBack(sql: Sql, { id, note }: { id: string; note: PurchaseNote }): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id })
    if (request.state !== 'with-member')
      throw new Final({ code: 'checkout.state', message: `This checkout is not with you: ${request.state}.` })
    await forgetLent(tx, id)
    await tx`update app.purchase_request set confirmed_total_minor = null where id = ${id}`
    await movePurchase(tx, request, { to: 'walking', note })
  })
}
