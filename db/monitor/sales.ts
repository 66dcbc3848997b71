import type { Db } from '../client.ts'

/** When each sneaker goes on sale or just did, in milliseconds since 1970: within an hour past and a day ahead. */
export async function readSales(db: Db, now: Date): Promise<Map<string, number[]>> {
  const rows = await db<{ sneaker_id: string; opens_at: Date }[]>`
    select sneaker_id, opens_at from app.drop
    where opens_at between ${now}::timestamptz - interval '1 hour' and ${now}::timestamptz + interval '1 day'`
  const bySneaker = Map.groupBy(rows, ({ sneaker_id }) => sneaker_id)
  return new Map([...bySneaker].map(([id, sales]) => [id, sales.map(({ opens_at }) => opens_at.getTime())]))
}
