import { ringRules } from '../../core/karma/ring/constants.ts'
import { before } from '../../core/karma/ring/since.ts'
import type { Db } from '../client.ts'
import type { Asked } from './acts.ts'

/** How many reports each of these members confirmed in the window. */
export async function givenCounts(db: Db, { memberIds, now }: Asked): Promise<Map<string, number>> {
  const rows = await db<{ member_id: string; count: number }[]>`
    select member_id, count(*)::int as count from app.restock_confirmation
      where member_id = any(${memberIds}::uuid[]) and confirmed_at > ${before(now, ringRules.windowDays)}
        and not_counted is null
      group by member_id`
  return new Map(rows.map((row) => [row.member_id, row.count]))
}
