import type { Reading } from '../../core/monitor/shape.ts'
import type { Db } from '../client.ts'
import type { Claim } from './claim.ts'

/** What is known of a target after a look. */
export type Settled = {
  id: string
  reading: Reading
  /** How often it is wanted, and from now to the next look. Milliseconds. */
  intervalMs: number
  waitMs: number
  failures: number
  /** Null when the look told something. */
  error: string | null
  askedAt: Date
  paused: boolean
}

const toJson = ({ reading, askedAt, ...row }: Settled) => ({
  ...{ id: row.id, reader: reading.reader, list_url: reading.listUrl, currency: reading.currency },
  ...{ etag: reading.copy.etag, modified: reading.copy.lastModified, hash: reading.copy.bodyHash },
  ...{ interval_ms: row.intervalMs, wait_ms: row.waitMs, failures: row.failures, error: row.error },
  ...{ asked_at: askedAt.toISOString(), paused: row.paused },
})

/** Nothing of a target is written by who has lost the shop. */
function writeAll(db: Db, { origin, lease }: Pick<Claim, 'origin' | 'lease'>, rows: readonly Settled[]) {
  return db`
    update app.monitor_target t set reader = u.reader, list_url = u.list_url, currency = u.currency, etag = u.etag,
      last_modified = u.modified, body_hash = decode(u.hash, 'hex'), interval_ms = u.interval_ms,
      next_at = clock_timestamp() + u.wait_ms * interval '1 ms', failures = u.failures, last_error = u.error,
      asked_at = u.asked_at, paused = t.paused or u.paused,
      last_ok_at = case when u.error is null then u.asked_at else t.last_ok_at end
    from jsonb_to_recordset(${db.json(rows.map(toJson))}) as u (id uuid, reader text, list_url text, currency text,
      etag text, modified text, hash text, interval_ms integer, wait_ms float8, failures integer, error text,
      asked_at timestamptz, paused boolean)
    where t.id = u.id
      and exists (select from app.monitor_origin o where o.origin = ${origin} and o.lease = ${lease})
    returning t.next_at, t.paused`
}

/**
 * Writes what the looks of a visit came to that changed no stock, and gives the shop back; in one statement. Its next
 * visit is when the earliest of its products is due, and not within `restMs`.
 */
export async function settleVisit(
  db: Db,
  claim: Pick<Claim, 'origin' | 'lease'>,
  { rows, restMs }: { rows: readonly Settled[]; restMs: number },
): Promise<void> {
  const { origin, lease } = claim
  const ids = rows.map(({ id }) => id)
  await db`
    with done as (${writeAll(db, claim, rows)}),
      earliest as (
        select next_at from done where not paused
        union all
        select next_at from app.monitor_target
          where origin = ${origin} and not paused and id <> all(${ids}::uuid[]))
    update app.monitor_origin set lease = null,
      next_at = greatest(coalesce((select min(next_at) from earliest), 'infinity'),
        clock_timestamp() + ${restMs} * interval '1 ms')
    where origin = ${origin} and lease = ${lease}`
}
