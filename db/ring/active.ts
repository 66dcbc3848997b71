import { ringRules } from '../../core/karma/ring/constants.ts'
import { before } from '../../core/karma/ring/since.ts'
import type { Db } from '../client.ts'

type Act = { memberIds: readonly string[]; now: Date }

/**
 * Notes that these members did something today, and forgets the days before the window. Nothing is written down about who
 * has left. In one order: two who confirm each other's reports would each wait for the other's row.
 */
export async function noteActive(tx: Db, { memberIds, now }: Act): Promise<void> {
  await tx`delete from app.active_day where day < ${before(now, ringRules.windowDays)}::date`
  await tx`
    insert into app.active_day (day, member_id)
    select ${now}::date, id from app.member where id = any(${[...memberIds]}::uuid[]) and deleted_at is null
      order by id on conflict do nothing`
}

/**
 * How many members were active in the window, up to twice the reach of a walk. One row per member and day, and a bounded
 * number of rows of each day: who is very busy is not counted twice.
 */
export async function countActive(db: Db, now: Date): Promise<number> {
  const most = 2 * ringRules.reach
  const [row] = await db<{ count: number }[]>`
    select count(distinct active.member_id)::int as count
    from generate_series(${before(now, ringRules.windowDays)}::date, ${now}::date, interval '1 day') as day
    cross join lateral (select member_id from app.active_day a where a.day = day::date limit ${most}) active`
  return Math.min(most, row?.count ?? 0)
}
