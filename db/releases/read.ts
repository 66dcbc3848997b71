import type { Days } from '../../core/release/asked.ts'
import type { Release } from '../../core/release/shape.ts'
import type { Sneaker, Store } from '../../core/restock/shape.ts'
import { sneakerJson, storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'

/** Answered at once, at most: the soonest. */
const MOST = 1000

type Row = Omit<Release, 'releases_at' | 'updated_at' | 'sneaker' | 'store'> & {
  releases_at: Date
  updated_at: Date
  sneaker: Sneaker
  store: Store | null
}

/** What shops announced, and SNPD's own drops on their shop's clock. */
function everything(db: Db) {
  return db`
    select id, sneaker_id, store_id, releases_at, precision, zone, kind, url, price_minor, currency, evidence,
      cancelled, null as drop_slug, revision, updated_at from app.release
    union all
    select d.id, d.sneaker_id, d.store_id, d.opens_at, 'time', s.time_zone, 'drop', d.product_url, d.price_minor,
      d.currency, null, false, d.slug, d.revision, d.updated_at from app.drop d join app.store s on s.id = d.store_id`
}

export type ReleasesOf = Days & { sneakerId?: string | undefined; storeId?: string | undefined }

/**
 * What comes out on these days, the soonest first.
 * @returns at most 1000
 */
export async function listReleases(
  db: Db,
  { from, to, sneakerId = '', storeId = '' }: ReleasesOf,
): Promise<Release[]> {
  const rows = await db<Row[]>`
    select r.id, r.releases_at, r.precision, r.zone, timezone(r.zone, r.releases_at)::date::text as day, r.kind, r.url,
      r.price_minor, r.currency, r.evidence, r.cancelled, r.drop_slug, r.revision, r.updated_at,
      ${sneakerJson(db)} as sneaker, case when store.id is null then null else ${storeJson(db)} end as store
    from (${everything(db)}) r
    join app.sneaker sneaker on sneaker.id = r.sneaker_id
    left join app.store store on store.id = r.store_id
    where timezone(r.zone, r.releases_at)::date between ${from}::date and ${to}::date
      and (${sneakerId} = '' or r.sneaker_id::text = ${sneakerId})
      and (${storeId} = '' or r.store_id::text = ${storeId})
    order by day, r.precision, r.releases_at, r.id
    limit ${MOST}`
  return rows.map(({ releases_at, updated_at, ...row }) => ({
    ...row,
    releases_at: releases_at.toISOString(),
    updated_at: updated_at.toISOString(),
  }))
}
