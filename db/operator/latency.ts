import type { Db } from '../client.ts'

type HourOfMessages = {
  at: Date
  messages: number
  /** Seconds from the news to the receiver's yes. */
  p50: number
  p95: number
}

/** How long alerts took to arrive, by the hour of the last day; those that waited for their member's hour do not count. */
export async function readLatency(db: Db, now: Date): Promise<HourOfMessages[]> {
  const took = db`extract(epoch from d.ended_at - n.at)`
  return db<HourOfMessages[]>`
    select date_trunc('hour', d.ended_at, 'UTC') as at, count(*)::int4 as messages,
      (percentile_cont(0.5) within group (order by ${took}))::float8 as p50,
      (percentile_cont(0.95) within group (order by ${took}))::float8 as p95
    from app.delivery d join app.notice n using (alert_id)
    where d.state = 'sent' and d.ended_at > ${now}::timestamptz - interval '1 day' and not d.gather
    group by 1 order by 1`
}
