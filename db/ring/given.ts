import { isBusy } from '../../core/karma/ring/busy.ts'
import { ringRules } from '../../core/karma/ring/constants.ts'
import { before } from '../../core/karma/ring/since.ts'
import type { Db } from '../client.ts'
import type { Asked } from './acts.ts'

export type Given = {
  /** How many reports each confirmed in the window. */
  given: Map<string, number>
  /** Who of them confirms about everything. */
  busy: Set<string>
}

/** How much these members vouch for. */
export async function givenBy(db: Db, { memberIds, now }: Asked): Promise<Given> {
  const rows = await db<{ member_id: string; window: number; day: number }[]>`
    select member_id, count(*)::int as window,
      (count(*) filter (where confirmed_at > ${before(now, 1)}))::int as day
    from app.restock_confirmation
      where member_id = any(${memberIds}::uuid[]) and confirmed_at > ${before(now, ringRules.windowDays)}
        and not_counted is null
      group by member_id`
  return {
    given: new Map(rows.map((row) => [row.member_id, row.window])),
    busy: new Set(rows.filter(isBusy).map((row) => row.member_id)),
  }
}
