import type { Sql } from '../client.ts'

/** How long it can be looked up that something was sent, and a dead letter sent again. */
const [KEPT_DAYS, DEAD_DAYS] = [7, 30]
const DAY_MS = 86_400_000

/** Takes out deliveries that ended long ago, and what was told of alerts that nobody is told of any more. @returns how many */
export async function sweepDeliveries(sql: Sql, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const gone = await sql`
    delete from app.delivery where (state in ('sent', 'dropped') and ended_at < ${before(KEPT_DAYS)})
      or (state = 'dead' and ended_at < ${before(DEAD_DAYS)})`
  await sql`
    delete from app.notice n where at < ${before(1)}
      and not exists (select from app.delivery d where d.alert_id = n.alert_id)`
  return gone.count
}
