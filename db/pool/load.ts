import type { Db } from '../client.ts'
import { isOpen } from '../purchases/open.ts'

export type PoolLoad = {
  /** Requests that no worker has opened a shop for yet. */
  waiting: number
  /** Since when the oldest of them waits. */
  oldest_seconds: number | null
  /** Requests on their way between a shop's page and their end. */
  under_way: number
  /** Dead letters that nobody has started again. */
  dead: number
}

/** What the checkout pool has before it, as Postgres knows it: also what the queue has lost. @param now whose ages it says */
export async function readPoolLoad(db: Db, now: Date): Promise<PoolLoad> {
  const [load] = await db<PoolLoad[]>`
    select count(*) filter (where state = 'queued')::int4 as waiting,
      extract(epoch from ${now} - min(created_at) filter (where state = 'queued'))::float8 as oldest_seconds,
      count(*) filter (where state <> 'queued')::int4 as under_way,
      (select count(*)::int4 from app.dead_letter l
        where not exists (select 1 from app.purchase_request r where r.id = l.replayed_as)) as dead
    from app.purchase_request where ${isOpen(db)}`
  if (!load) throw new Error('an aggregate has always one row')
  return load
}
