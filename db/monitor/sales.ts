import type { Db } from '../client.ts'

/**
 * When each sneaker goes on sale or just did, in milliseconds since 1970: within an hour past and a day ahead. SNPD's own
 * drops, and releases whose hour is known: of a day alone nobody could say when to look closely.
 */
export async function readSales(db: Db, now: Date): Promise<Map<string, number[]>> {
  const rows = await db<{ sneaker_id: string; at: Date }[]>`
    select sneaker_id, at from (
      select sneaker_id, opens_at as at from app.drop
      union
      select sneaker_id, releases_at from app.release where precision = 'time' and not cancelled) sale
    where at between ${now}::timestamptz - interval '1 hour' and ${now}::timestamptz + interval '1 day'
    order by at`
  const bySneaker = Map.groupBy(rows, ({ sneaker_id }) => sneaker_id)
  return new Map([...bySneaker].map(([id, sales]) => [id, sales.map(({ at }) => at.getTime())]))
}
