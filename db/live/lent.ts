import type { Return } from '../../core/checkout/lent.ts'
import type { Db } from '../client.ts'

/** How the member gave the page back; null while it is still with them. */
export type Lent = { how: Return | null; isOver: boolean }

/** A page as it is lent now, and whether its time is over; undefined when there is none. */
export async function readLent(db: Db, requestId: string): Promise<Lent | undefined> {
  const [lent] = await db<Lent[]>`
    select returned as how, until <= now() as "isOver" from app.live_page where request_id = ${requestId}`
  return lent
}
