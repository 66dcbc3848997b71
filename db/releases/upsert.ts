import type { ReleaseKind } from '../../core/release/shape.ts'
import type { Db } from '../client.ts'

export type NewRelease = {
  id: string
  sneaker_id: string
  store_id: string | null
  /** On the clock of `zone`: 2026-05-01, and 10:00 where an hour was announced. */
  on: { day: string; time?: string }
  /** IANA name. */
  zone: string
  kind: ReleaseKind
  url: string | null
  price: { minor: number; currency: string } | null
  /** Who said so. */
  evidence: string
  cancelled?: boolean
}

/** True once this one was announced. */
export async function isAnnounced(db: Db, id: string): Promise<boolean> {
  const [row] = await db`select 1 from app.release where id = ${id}`
  return row !== undefined
}

/** Announces the release, or corrects the one with its id: a change counts its revision up, the same again does not. */
export async function upsertRelease(db: Db, release: NewRelease): Promise<void> {
  const { on, price, cancelled = false, ...rest } = release
  const precision = on.time === undefined ? 'date' : 'time'
  const local = `${on.day} ${on.time ?? '00:00'}`
  await db`
    insert into app.release (id, sneaker_id, store_id, releases_at, precision, zone, kind, url, price_minor, currency,
        evidence, cancelled)
      values (${rest.id}, ${rest.sneaker_id}, ${rest.store_id}, timezone(${rest.zone}, ${local}::timestamp),
        ${precision}, ${rest.zone}, ${rest.kind}, ${rest.url}, ${price?.minor ?? null}, ${price?.currency ?? null},
        ${rest.evidence}, ${cancelled})
      on conflict (id) do update set sneaker_id = excluded.sneaker_id, store_id = excluded.store_id,
        releases_at = excluded.releases_at, precision = excluded.precision, zone = excluded.zone, kind = excluded.kind,
        url = excluded.url, price_minor = excluded.price_minor, currency = excluded.currency,
        evidence = excluded.evidence, cancelled = excluded.cancelled`
}
