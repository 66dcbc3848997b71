import { firstIdAt } from '../../core/id.ts'
import type { RestockState } from '../../core/restock/shape.ts'
import type { Db } from '../client.ts'

/** One size of a pair at a shop. */
export type Spot = { sneakerId: string; storeId: string; size: string }

export type Current = {
  id: string
  /** null: a monitor was first. */
  reporterId: string | null
  reporter: string
  /** Whether a monitor sees it too: then it is open until the shop says that it is gone. */
  isWatched: boolean
}

/** What no monitor sees is one restock for this long after it was reported. */
export const FRESH_MINUTES = 30

/** "09" and "9" are one size. */
export function plainSize(size: string): string {
  return size.replace(/^0(?=\d)/, '')
}

/** A report at or before this moment is not fresh any more. */
function freshSince(now: Date): Date {
  return new Date(now.getTime() - FRESH_MINUTES * 60_000)
}

/**
 * Lets all who saw this pair at this shop take turns, members and monitors, until the transaction ends. Whatever the size:
 * a monitor's check writes many, and two of them would take the sizes in different orders.
 */
export async function lockSpot(tx: Db, { sneakerId, storeId }: Omit<Spot, 'size'>): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`restock ${sneakerId} ${storeId}`}, 0))`
}

/** Whether the restock that the query calls `r` is open at a moment. */
export function isOpen(db: Db, now: Date) {
  return db`(r.ended_at is null and (r.change_id is not null or r.reported_at > ${freshSince(now)}))`
}

/**
 * The ids of all that are open: those that a monitor sees by an index of their own, the fresh ones by their ids, which are
 * made of the time. Asked by `isOpen` the planner takes the two conditions for independent, expects open ones everywhere
 * and walks the whole table back.
 */
export function openIds(db: Db, now: Date) {
  const since = freshSince(now)
  return db`
    select id from app.restock where change_id is not null and ended_at is null
    union
    select id from app.restock where id >= ${firstIdAt(since)}::uuid and reported_at > ${since} and ended_at is null`
}

/**
 * The restock that is open here, under `lockSpot`: one that a monitor still sees, else a fresh report.
 * @param state of that one alone; by default of any
 */
export async function currentRestock(
  tx: Db,
  { sneakerId, storeId, size, state }: Spot & { state?: RestockState | undefined },
  now: Date,
): Promise<Current | undefined> {
  const [current] = await tx<Current[]>`
    select r.id, r.reported_by as "reporterId", coalesce(m.username, 'Someone') as reporter,
      r.change_id is not null as "isWatched"
    from app.restock r left join app.member m on m.id = r.reported_by
    where r.sneaker_id = ${sneakerId} and r.store_id = ${storeId} and r.size = ${size} and ${isOpen(tx, now)}
      ${state ? tx`and r.state = ${state}` : tx``}
    order by r.change_id is not null desc, r.reported_at desc limit 1`
  return current
}
