import { LENT_BEHIND_SECONDS } from '../../core/checkout/lent.ts'
import type { Db } from '../client.ts'

/** An order may be under way from now on: the page, if its member has it, stays with them for that much longer and no more. */
export async function shortenLent(tx: Db, requestId: string): Promise<void> {
  await tx`
    update app.live_page set until = least(until, now() + make_interval(secs => ${LENT_BEHIND_SECONDS}))
    where request_id = ${requestId}`
}
