import { dayBefore, KEPT_DAYS } from '../../core/veil/keep.ts'
import { cellNumber } from '../../core/veil/span.ts'
import type { Db } from '../client.ts'

type Presence = { memberId: string; cell: string; now: Date }

/** Notes that the member is in a cell today. Of how long it goes back no more is kept than the window. */
export async function notePresence(db: Db, { memberId, cell, now }: Presence): Promise<void> {
  const [today, first] = [dayBefore(now, 0), dayBefore(now, KEPT_DAYS - 1)]
  await db`
    insert into app.member_cell (cell, member_id, since, seen)
    values (${cellNumber(cell)}, ${memberId}, ${today}, ${today})
    on conflict (cell, member_id) do update
      set seen = excluded.seen, since = case when member_cell.seen < ${first} then excluded.since
        else greatest(member_cell.since, ${first}) end
      where member_cell.seen < excluded.seen`
}
