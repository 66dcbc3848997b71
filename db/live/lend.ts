import type { LentPage } from '../../core/checkout/lent.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { Final } from '../../core/errors.ts'
import type { Sql } from '../client.ts'
import { lockPurchase, movePurchase, notePurchase, type PurchaseNote } from '../purchases/move.ts'
import { inTransaction } from '../transaction.ts'

export type Line = {
  /** host:port where the worker listens. */
  address: string
  /** 32 random bytes that both ends of the line know. */
  key: Uint8Array
}

export type Lending = {
  id: string
  line: Line
  page: Omit<LentPage, 'until'> & { until: Date }
  note: PurchaseNote
}

/**
 * Tells the member that the worker's page is theirs. Behind the fence the state stays: what came of the order is open.
 * @throws Final `checkout.state` when the request ended meanwhile
 */
export async function lendPage(sql: Sql, { id, line, page, note }: Lending): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const request = await lockPurchase(tx, { id })
    if (isFinalState(request.state))
      throw new Final({ code: 'checkout.state', message: `This checkout has ended: ${request.state}.` })
    await tx`
      insert into app.live_page (request_id, address, key, reason, detail, until)
      values (${id}, ${line.address}, ${Buffer.from(line.key)}, ${page.reason}, ${page.detail}, ${page.until})
      on conflict (request_id) do update set address = excluded.address, key = excluded.key, reason = excluded.reason,
        detail = excluded.detail, until = excluded.until, returned = null`
    if (request.state === 'submitting') await notePurchase(tx, request, note)
    else await movePurchase(tx, request, { to: 'with-member', note })
  })
}
