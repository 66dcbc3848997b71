import { uuidv7 } from '../../core/id.ts'
import { gateName } from '../../core/manners/gate-name.ts'
import { intervalOf } from '../../core/monitor/interval.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

export type NewTarget = {
  /** The product's page, as core/url/member-url.ts let it through. */
  url: URL
  sneakerId: string
  storeId: string
  /** What the shop charges in, where its page may not say. */
  currency?: string | null
  /** Milliseconds; null or none: decided by core/monitor/interval.ts. */
  everyMs?: number | null
  /** Because a group asked: it goes with the last group that shares it. By default it is an operator's. */
  forGroups?: boolean
  now: Date
}

/** As `addTarget`, in a transaction of the caller's. */
export async function insertTarget(
  tx: Db,
  { url, sneakerId, storeId, currency, everyMs = null, forGroups = false, now }: NewTarget,
): Promise<string> {
  const origin = gateName(url)
  await tx`
    insert into app.monitor_origin (origin, next_at) values (${origin}, ${now})
      on conflict (origin) do update set next_at = least(app.monitor_origin.next_at, excluded.next_at)`
  const row = {
    ...{ id: uuidv7(now.getTime()), url: url.href, origin, sneaker_id: sneakerId, store_id: storeId },
    ...{ currency: currency ?? null, every_ms: everyMs, next_at: now, for_groups: forGroups },
    interval_ms: intervalOf({ everyMs, salesAt: [], changedAt: null, now: now.getTime() }),
  }
  const [added] = await tx<{ id: string }[]>`
    insert into app.monitor_target ${tx(row)}
      on conflict (url) do update set sneaker_id = excluded.sneaker_id, store_id = excluded.store_id,
        currency = coalesce(excluded.currency, app.monitor_target.currency), every_ms = excluded.every_ms,
        interval_ms = excluded.interval_ms, next_at = excluded.next_at, paused = false, last_error = null, failures = 0,
        for_groups = app.monitor_target.for_groups and excluded.for_groups
      returning id`
  return added?.id ?? ''
}

/**
 * Watches a product's page from now on; one that is watched already goes on, as said here, and paused no more.
 * @returns the target's id
 */
export async function addTarget(sql: Sql, target: NewTarget): Promise<string> {
  return inTransaction(sql, (tx) => insertTarget(tx, target))
}

/** Stops or goes on watching. @returns false when there is no such target */
export async function pauseTarget(
  sql: Sql,
  { id, paused, now }: { id: string; paused: boolean; now: Date },
): Promise<boolean> {
  return inTransaction(sql, async (tx) => {
    const [found] = await tx<{ origin: string }[]>`
      update app.monitor_target set paused = ${paused}, failures = 0,
        last_error = case when ${paused} then last_error end, next_at = case when ${paused} then next_at else ${now} end
      where id = ${id} returning origin`
    if (!found) return false
    if (!paused)
      await tx`
        update app.monitor_origin set next_at = least(next_at, ${now}) where origin = ${found.origin}`
    return true
  })
}
