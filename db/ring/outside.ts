import { ringRules } from '../../core/karma/ring/constants.ts'
import { before } from '../../core/karma/ring/since.ts'
import type { Db } from '../client.ts'
import type { Asked } from './acts.ts'

/** Whether at least as many others were active in the window: walks the index by member, and stops when it has them. */
export async function hasOutside(db: Db, { memberIds, now }: Asked): Promise<boolean> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from (
      select distinct member_id from app.restock_confirmation
        where confirmed_at > ${before(now, ringRules.windowDays)} and member_id <> all(${memberIds}::uuid[])
        limit ${memberIds.length}) other`
  return (row?.count ?? 0) >= memberIds.length
}
