import { dayEnd, dayStart } from '../../core/karma/epoch.ts'
import type { Db } from '../client.ts'

/** One member's awards of one rule on one UTC day: what the cap is per. */
export type Day = { memberId: string; rule: string; at: Date }

/** What of that day's awards: a fragment of `where`. */
export function onThatDay(db: Db, { memberId, rule, at }: Day) {
  return db`member_id = ${memberId} and rule = ${rule} and created_at >= ${dayStart(at)} and created_at < ${dayEnd(at)}`
}

/** How many hold a place under the cap: all but reversed ones and those that another cap refused. Under the category's lock. */
export async function countDay(tx: Db, day: Day): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.award
      where ${onThatDay(tx, day)} and reversed_at is null and (capped_by is null or capped_by = 'budget')`
  return row?.count ?? 0
}
