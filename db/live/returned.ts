import type { Return } from '../../core/checkout/lent.ts'
import type { Db } from '../client.ts'

/** How the member gave the page back; null while it is still with them, undefined when there is none. */
export async function returnedHow(db: Db, requestId: string): Promise<Return | null | undefined> {
  const [row] = await db<{ returned: Return | null }[]>`
    select returned from app.live_page where request_id = ${requestId}`
  return row?.returned
}
