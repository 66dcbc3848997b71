import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { inTransaction } from '../transaction.ts'
import { lockSpot } from './current.ts'

/** What no monitor has seen to hold for so long is not said to be there any more. */
const SILENT_HOURS = 24

/** Whether a page of the shop that is still watched, and has answered lately, has the size of the restock `r`. */
function isHeard(db: Db, now: Date) {
  const since = new Date(now.getTime() - SILENT_HOURS * 3_600_000)
  return db`exists (
    select from app.monitor_target t join app.stock s on s.target_id = t.id
    where t.sneaker_id = r.sneaker_id and t.store_id = r.store_id and not t.paused and s.size = r.size
      and s.known = r.state and greatest(t.last_ok_at, s.seen_at) > ${since})`
}

type Silent = { id: string; sneakerId: string; storeId: string }

async function end(tx: Db, { id, sneakerId, storeId }: Silent, now: Date): Promise<boolean> {
  await lockSpot(tx, { sneakerId, storeId })
  const ended = await tx`
    update app.restock r set ended_at = ${now}
    where r.id = ${id} and r.ended_at is null and not ${isHeard(tx, now)}`
  if (ended.count > 0) await notifyApp(tx, { kind: 'restock', restock_id: id })
  return ended.count > 0
}

/**
 * Ends what monitors saw and nobody looks after any more: its page is paused, taken away, or has told nothing for a day.
 * Any number of processes may do it at once.
 * @returns how many
 */
export async function endSilent(sql: Sql, now: Date): Promise<number> {
  const silent = await sql<Silent[]>`
    select r.id, r.sneaker_id as "sneakerId", r.store_id as "storeId" from app.restock r
    where r.change_id is not null and r.ended_at is null and not ${isHeard(sql, now)}`
  let count = 0
  for (const each of silent) if (await inTransaction(sql, (tx) => end(tx, each, now))) count++
  return count
}
