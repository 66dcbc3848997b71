import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

/** How long the log can be read again: the window in which a client that was away gets what it missed. */
export const KEPT_DAYS = 7

/** Takes out what is older than the window, and notes up to where. @returns how many */
export async function sweepAlerts(sql: Sql, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  return inTransaction(sql, async (tx) => {
    // Not `alert_head` first: who writes an alert would wait until all are gone.
    const [last] = await tx<{ seq: string | null }[]>`
      select max(seq)::text as seq from app.alert where at < ${before}`
    if (last?.seq == null) return 0
    const gone = await tx`delete from app.alert where seq <= ${last.seq}`
    await tx`update app.alert_head set swept = greatest(swept, ${last.seq}::bigint)`
    return gone.count
  })
}
