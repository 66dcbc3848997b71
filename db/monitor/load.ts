import type { Db } from '../client.ts'

export type MonitorLoad = {
  /** Watched, and not paused. */
  targets: number
  /** Past their time by more than a moment. */
  overdue: number
  /** By how much the most overdue is; null: none is. */
  oldest_seconds: number | null
  /** Their last look told nothing. */
  failing: number
}

/** How the monitors get on. */
export async function readMonitorLoad(db: Db): Promise<MonitorLoad> {
  // A shop that asked for patience, or whose gate others are in, is not late: nobody may go there yet.
  const dueAt = db`greatest(t.next_at, o.next_at)`
  const late = db`${dueAt} < now() - interval '2 seconds'`
  const [load] = await db<MonitorLoad[]>`
    select count(*)::int4 as targets, count(*) filter (where ${late})::int4 as overdue,
      extract(epoch from now() - min(${dueAt}) filter (where ${late}))::float8 as oldest_seconds,
      count(*) filter (where failures > 0)::int4 as failing
    from app.monitor_target t join app.monitor_origin o on o.origin = t.origin where not t.paused`
  return load ?? { targets: 0, overdue: 0, oldest_seconds: null, failing: 0 }
}
