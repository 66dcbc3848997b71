import type { Db } from '../client.ts'

export type OutcomeCount = { state: string; count: number }

/** Checkouts that ended within the hour before `now`, by how; the states are written out for the index of migration 042. */
export async function countOutcomes(db: Db, now: Date): Promise<OutcomeCount[]> {
  return db<OutcomeCount[]>`
    select state, count(*)::int4 as count from app.purchase_request
    where state in ('ordered', 'handover', 'not-ordered', 'unknown', 'dry-run')
      and updated_at > ${now}::timestamptz - interval '1 hour' group by state`
}
