import type { Db } from '../client.ts'

export type DeliveryLag = {
  /** On their way to a channel, those that wait for their member's hour or for a receiver too. */
  waiting: number
  /** Alerts of the log that were not handed out yet. */
  behind: number
  /** Since when the oldest waits that only a worker is wanting for: an alert to be handed out, or a channel whose time has come. */
  oldest_seconds: number | null
  /** Nobody tries them again: npm run deliveries. */
  dead: number
}

/** What of alerts waits for workers, and what they gave up on: cheap, for who asks often. */
export async function readDeliveryLag(db: Db, now: Date): Promise<DeliveryLag> {
  const [lag] = await db<DeliveryLag[]>`
    with place as (select h.seq as head, c.seq as cursor from app.alert_head h, app.notify_cursor c),
      oldest as (
        select min(a.at) as at from app.alert a, place where a.seq > place.cursor
        union all
        select min(next_at) from app.channel where next_at <= ${now} and lease_until <= ${now} and ended_at is null)
    select (select count(*)::int4 from app.delivery where state = 'waiting') as waiting,
      (select greatest(head - cursor, 0)::int4 from place) as behind,
      (select extract(epoch from ${now}::timestamptz - min(least(at, ${now})))::float8 from oldest where at is not null)
        as oldest_seconds,
      (select count(*)::int4 from app.delivery where state = 'dead') as dead`
  if (!lag) throw new Error('these are always one row')
  return lag
}
