import type { Db } from '../client.ts'

/** Go now; another is asking; not before so many milliseconds; or never again, and why. */
export type Turn =
  | { kind: 'go' }
  | { kind: 'taken' }
  | { kind: 'rest'; ms: number }
  | { kind: 'stopped'; why: string }

/** Makes the row of an agreement, free from now on, where there is none. */
export async function knowGeocoder(db: Db, id: string): Promise<void> {
  await db`insert into app.geocoder (id, free_at) values (${id}, clock_timestamp()) on conflict do nothing`
}

/**
 * Takes the one turn of a service, of all processes on this database. A turn that nobody ends is over after `holdMs`: longer
 * than a request takes.
 */
export async function takeTurn(db: Db, id: string, holdMs: number): Promise<Turn> {
  const taken = await db`
    update app.geocoder set asking = true, free_at = clock_timestamp() + ${holdMs} * interval '1 ms'
    where id = ${id} and stopped is null and free_at <= clock_timestamp()`
  if (taken.count === 1) return { kind: 'go' }
  const [row] = await db<{ ms: number; asking: boolean; stopped: string | null }[]>`
    select stopped, asking, (extract(epoch from free_at - clock_timestamp()) * 1000)::float8 as ms
    from app.geocoder where id = ${id}`
  if (row && row.stopped !== null) return { kind: 'stopped', why: row.stopped }
  return row?.asking ? { kind: 'taken' } : { kind: 'rest', ms: Math.max(row?.ms ?? 0, 1) }
}

/** Gives the turn back: the next one is so many milliseconds from now. */
export async function endTurn(db: Db, id: string, restMs: number): Promise<void> {
  await db`
    update app.geocoder set asking = false, free_at = clock_timestamp() + ${restMs} * interval '1 ms'
    where id = ${id}`
}

/** Nobody asks this service again, in no process and after no restart, until its row is deleted. */
export async function stopGeocoder(db: Db, id: string, why: string): Promise<void> {
  await db`update app.geocoder set stopped = ${why} where id = ${id}`
}
