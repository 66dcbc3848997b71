import type { PriceDay } from '../../core/catalog/shape.ts'
import type { Db } from '../client.ts'

/** Days back. */
const BACK = 180

/**
 * What a pair was seen for on each day that somebody saw it, in its own currency, the oldest day first: what monitors read,
 * and what members confirmed to each other.
 */
export async function pricesOf(db: Db, id: string, now: Date): Promise<PriceDay[]> {
  return db<PriceDay[]>`
    select to_char(r.reported_at at time zone 'UTC', 'YYYY-MM-DD') as day, min(r.price_minor) as low_minor,
      max(r.price_minor) as high_minor, count(*)::int4 as seen
    from app.restock r join app.sneaker s on s.id = r.sneaker_id and s.currency = r.currency
    where r.sneaker_id = ${id} and r.price_minor is not null
      and (r.confirmed_at is not null or r.source = 'monitor')
      and r.reported_at > ${now}::timestamptz - ${BACK} * interval '1 day'
    group by 1 order by 1`
}
