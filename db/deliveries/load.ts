import type { Db } from '../client.ts'

export type DeliveryLoad = {
  /** Alerts of the log that were not handed out yet. */
  behind: number
  waiting: number
  /** Of those, whose hour has come. */
  due: number
  /** Since when the oldest of these is due; null: none is. */
  oldest_seconds: number | null
  sent: number
  /** Nobody tries them again. */
  dead: number
  /** Their channel went away first. */
  dropped: number
  channels: number
  /** Whose last message did not arrive. */
  failing: number
}

/** How deliveries stand; sent and dropped ones of the last days (sweep.ts). */
export async function readDeliveryLoad(db: Db, now: Date): Promise<DeliveryLoad> {
  const [load] = await db<DeliveryLoad[]>`
    select count(*) filter (where state = 'waiting')::int4 as waiting,
      count(*) filter (where state = 'waiting' and due_at <= ${now})::int4 as due,
      extract(epoch from ${now} - min(due_at) filter (where state = 'waiting' and due_at <= ${now}))::float8 as oldest_seconds,
      count(*) filter (where state = 'sent')::int4 as sent, count(*) filter (where state = 'dead')::int4 as dead,
      count(*) filter (where state = 'dropped')::int4 as dropped,
      (select count(*)::int4 from app.channel where ended_at is null) as channels,
      (select count(*)::int4 from app.channel where ended_at is null and problem is not null) as failing,
      (select greatest(h.seq - c.seq, 0)::int4 from app.alert_head h, app.notify_cursor c) as behind
    from app.delivery`
  if (!load) throw new Error('an aggregate has always one row')
  return load
}
