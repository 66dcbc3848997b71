import type { Db } from '../client.ts'
import type { NewRelease } from './upsert.ts'

/** The release of this pair at this shop on this day that is announced already; undefined: none is, or it was cancelled. */
export async function findAnnounced(
  db: Db,
  { sneaker_id, store_id, on }: Pick<NewRelease, 'sneaker_id' | 'store_id' | 'on'>,
): Promise<string | undefined> {
  const [found] = await db<{ id: string }[]>`
    select id from app.release where sneaker_id = ${sneaker_id} and store_id is not distinct from ${store_id}::uuid
      and timezone(zone, releases_at)::date = ${on.day}::date and not cancelled limit 1`
  return found?.id
}
