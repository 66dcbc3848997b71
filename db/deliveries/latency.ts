import type { Db } from '../client.ts'

export type DeliveryLatency = {
  /** Sent within the last five minutes, but for those that had waited for their member's hour. */
  sent: number
  /** Seconds from when the alert was written down until the receiver had taken it; null: none was sent. */
  p50: number | null
  p99: number | null
}

/** How long alerts took to channels (web push, webhooks, Discord) in the five minutes before `now`. */
export async function readDeliveryLatency(db: Db, now: Date): Promise<DeliveryLatency> {
  const [row] = await db<DeliveryLatency[]>`
    with lately as (
      select extract(epoch from d.ended_at - n.at)::float8 as took
      from app.delivery d join app.notice n using (alert_id)
      where d.state = 'sent' and d.ended_at > ${now}::timestamptz - interval '5 minutes' and not d.gather)
    select count(*)::int4 as sent, percentile_disc(0.5) within group (order by took) as p50,
      percentile_disc(0.99) within group (order by took) as p99 from lately`
  if (!row) throw new Error('an aggregate has always one row')
  return row
}
