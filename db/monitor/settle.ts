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

const columnsOf = (rows: readonly Settled[]) => ({
  ids: rows.map(({ id }) => id),
  readers: rows.map(({ reading }) => reading.reader),
  lists: rows.map(({ reading }) => reading.listUrl),
  currencies: rows.map(({ reading }) => reading.currency),
  etags: rows.map(({ reading }) => reading.copy.etag),
  modified: rows.map(({ reading }) => reading.copy.lastModified),
  hashes: rows.map(({ reading }) => reading.copy.bodyHash && Buffer.from(reading.copy.bodyHash)),
  intervals: rows.map(({ intervalMs }) => intervalMs),
  waits: rows.map(({ waitMs }) => waitMs),
  failures: rows.map(({ failures }) => failures),
  errors: rows.map(({ error }) => error),
  asked: rows.map(({ askedAt }) => askedAt),
  paused: rows.map(({ paused }) => paused),
})

/** Nothing of a target is written by who has lost the shop. */
function writeAll(db: Db, { origin, lease }: Pick<Claim, 'origin' | 'lease'>, rows: readonly Settled[]) {
  const all = columnsOf(rows)
  return db`
    update app.monitor_target t set reader = u.reader, list_url = u.list_url, currency = u.currency, etag = u.etag,
      last_modified = u.modified, body_hash = u.hash, interval_ms = u.interval_ms,
      next_at = clock_timestamp() + u.wait_ms * interval '1 ms', failures = u.failures, last_error = u.error,
      asked_at = u.asked_at, paused = t.paused or u.paused,
      last_ok_at = case when u.error is null then u.asked_at else t.last_ok_at end
    from unnest(${all.ids}::uuid[], ${all.readers}::text[], ${all.lists}::text[], ${all.currencies}::text[],
        ${all.etags}::text[], ${all.modified}::text[], ${all.hashes}::bytea[], ${all.intervals}::int4[],
        ${all.waits}::float8[], ${all.failures}::int4[], ${all.errors}::text[], ${all.asked}::timestamptz[],
        ${all.paused}::bool[])
      as u (id, reader, list_url, currency, etag, modified, hash, interval_ms, wait_ms, failures, error, asked_at, paused)
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
