import type { Reader } from '../../core/monitor/shape.ts'
import type { Db } from '../client.ts'

export type TargetRow = {
  id: string
  url: string
  origin: string
  sneaker_id: string
  store_id: string
  style_code: string
  store: string
  /** Null: not looked at yet. */
  reader: Reader | null
  interval_ms: number
  /** What an operator set; null: decided by the product's own pace. */
  every_ms: number | null
  failures: number
  next_at: Date
  last_ok_at: Date | null
  last_error: string | null
  paused: boolean
}

/** Everything that is watched, by shop and page. */
export async function listTargets(db: Db): Promise<TargetRow[]> {
  return db<TargetRow[]>`
    select t.id, t.url, t.origin, t.sneaker_id, t.store_id, sneaker.style_code, store.slug as store, t.reader,
      t.interval_ms, t.every_ms, t.failures, t.next_at, t.last_ok_at, t.last_error, t.paused
    from app.monitor_target t
    join app.sneaker sneaker on sneaker.id = t.sneaker_id
    join app.store store on store.id = t.store_id
    order by t.origin, t.url`
}
