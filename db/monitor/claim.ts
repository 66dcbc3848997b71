import { LEASE_MS } from '../../core/manners/entry.ts'
import type { Kept } from '../../core/monitor/change.ts'
import type { Load } from '../../core/monitor/interval.ts'
import type { Reading } from '../../core/monitor/shape.ts'
import type { Db } from '../client.ts'

/** A product that is due, with what is known of it: nobody else writes it while the lease lasts. */
export type DueTarget = {
  id: string
  sneakerId: string
  reading: Reading
  everyMs: number | null
  failures: number
  /** Milliseconds since 1970. */
  changedAt: number | null
  kept: Kept[]
}

/** The right to look at a shop, and what to look at there. */
export type Claim = {
  origin: string
  lease: string
  /** Who the monitors are at the shop's gate. */
  visitor: string
  load: Load
  due: DueTarget[]
}

type Row = {
  origin: string
  visitor: string
  per_second: number | null
  crawl_delay_ms: number | null
  id: string | null
  url: string
  sneaker_id: string
  currency: string | null
  reader: Reading['reader']
  list_url: string | null
  etag: string | null
  last_modified: string | null
  body_hash: string | null
  every_ms: number | null
  failures: number
  changed_at: number | null
  kept: Kept[] | null
}

/** In one visit; what is left is due still, and taken next. */
const MOST = 100

const ms = (db: Db) => db`interval '1 ms'`

/** The most overdue shop that nobody is at, leased; a shop that somebody just takes is passed by. */
function leaseOne(db: Db, lease: string) {
  return db`
    update app.monitor_origin set lease = ${lease}, lease_until = clock_timestamp() + ${LEASE_MS} * ${ms(db)}
    where origin = (
      select origin from app.monitor_origin
      where next_at <= now() and (lease is null or lease_until <= now())
      order by next_at limit 1 for update skip locked)
    returning origin, visitor`
}

/** What is due, and what would be in a moment: one visit for both. */
function dueAt(db: Db) {
  return db`
    select t.*, extract(epoch from t.changed_at)::float8 * 1000 as changed_ms,
      (select json_agg(json_build_object('size', s.size, 'label', s.label, 'state', s.state, 'known', s.known,
          'priceMinor', s.price_minor, 'currency', s.currency, 'evidence', s.evidence, 'confidence', s.confidence))
        from app.stock s where s.target_id = t.id) as kept
    from app.monitor_target t
    where t.origin = mine.origin and not t.paused
      and t.next_at <= now() + least(t.interval_ms / 10, 1000) * ${ms(db)}
    order by t.next_at limit ${MOST}`
}

const toDue = (row: Row, id: string): DueTarget => ({
  id,
  sneakerId: row.sneaker_id,
  reading: {
    ...{ url: row.url, reader: row.reader, listUrl: row.list_url, currency: row.currency },
    copy: { etag: row.etag, lastModified: row.last_modified, bodyHash: row.body_hash },
  },
  ...{ everyMs: row.every_ms, failures: row.failures, changedAt: row.changed_at, kept: row.kept ?? [] },
})

/**
 * Takes a shop that is due, with all of its products that are; undefined when there is none. One statement.
 * @param lease a UUID of this visit and no other
 */
export async function claimOrigin(db: Db, lease: string): Promise<Claim | undefined> {
  const rows = await db<Row[]>`
    with mine as (${leaseOne(db, lease)})
    select mine.origin, mine.visitor, load.per_second, shop.crawl_delay_ms, t.id, t.url, t.sneaker_id, t.currency,
      t.reader, t.list_url, t.etag, t.last_modified, encode(t.body_hash, 'hex') as body_hash, t.every_ms, t.failures,
      t.changed_ms as changed_at, t.kept
    from mine
    left join app.shop_origin shop on shop.origin = mine.origin
    left join lateral (select sum(1000.0::float8 / interval_ms) as per_second from app.monitor_target
      where origin = mine.origin and not paused) load on true
    left join lateral (${dueAt(db)}) t on true`
  const [first] = rows
  if (!first) return undefined
  const { origin, visitor, per_second, crawl_delay_ms } = first
  return {
    ...{ origin, lease, visitor },
    load: { perSecond: per_second ?? 0, crawlDelayMs: crawl_delay_ms ?? 0 },
    due: rows.flatMap((row) => (row.id === null ? [] : [toDue(row, row.id)])),
  }
}

/** Keeps the lease. @returns false when somebody else has the shop */
export async function renewClaim(
  db: Db,
  { origin, lease }: Pick<Claim, 'origin' | 'lease'>,
): Promise<boolean> {
  const kept = await db`
    update app.monitor_origin set lease_until = clock_timestamp() + ${LEASE_MS} * ${ms(db)}
    where origin = ${origin} and lease = ${lease}`
  return kept.count === 1
}

/** Milliseconds until a shop is due, or until a lease of one runs out; null when nothing is watched. */
export async function untilDue(db: Db): Promise<number | null> {
  const [row] = await db<{ wait: number | null }[]>`
    select extract(epoch from min(greatest(next_at, case when lease is null then next_at else lease_until end))
      - clock_timestamp())::float8 * 1000 as wait
    from app.monitor_origin where next_at < 'infinity'`
  return row?.wait == null ? null : Math.max(0, row.wait)
}
