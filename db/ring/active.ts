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
 * How many members were active in the window, up to twice the reach of a walk. From one member to the next along the
 * index: who is very busy is not counted twice, and a large community not to its end.
 */
export async function countActive(db: Db, now: Date): Promise<number> {
  const within = db`a.day between ${before(now, ringRules.windowDays)}::date and ${now}::date`
  const [row] = await db<{ count: number }[]>`
    with recursive active (member_id, place) as (
      (select a.member_id, 1 from app.active_day a where ${within} order by a.member_id limit 1)
      union all
      select next.member_id, active.place + 1 from active cross join lateral (
        select a.member_id from app.active_day a where a.member_id > active.member_id and ${within}
        order by a.member_id limit 1) next
      where active.place < ${2 * ringRules.reach})
    select count(*)::int as count from active`
  return row?.count ?? 0
}
