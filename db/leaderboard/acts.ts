import type { BadgeFacts } from '../../core/karma/badges.ts'
import { type Streak, streakOf } from '../../core/karma/streak.ts'
import type { Db } from '../client.ts'

export type Acts = { facts: BadgeFacts; streak: Streak }

type Row = Omit<BadgeFacts, 'streak'> & { member_id: string; days: string[] }

const nothing: Omit<Row, 'member_id'> = {
  reports: 0,
  confirmations: 0,
  scouts: 0,
  cities: 0,
  areas: 0,
  days: [],
}

/**
 * What streaks and badges follow from, of each of the members: their matured acts. Reads all awards of these members by
 * index, so it is for a page of them.
 */
export async function actsOf(
  db: Db,
  { memberIds, now }: { memberIds: string[]; now: Date },
): Promise<(memberId: string) => Acts> {
  const rows = await db<Row[]>`
    select a.member_id,
      (count(*) filter (where a.rule = 'restock.report'))::int as reports,
      (count(*) filter (where a.rule = 'restock.first-confirmation'))::int as confirmations,
      (count(*) filter (where a.rule = 'restock.scout'))::int as scouts,
      (count(distinct place.city) filter (where a.rule = 'restock.report'))::int as cities,
      (count(distinct place.area) filter (where a.rule = 'restock.report'))::int as areas,
      array_agg(distinct to_char(a.created_at at time zone 'UTC', 'YYYY-MM-DD')) as days
    from app.award a
    left join app.restock r on r.id = a.source_id
    left join app.store_place place on place.store_id = r.store_id
    where a.member_id = any(${memberIds}::uuid[]) and a.counted is not null and a.reversed_at is null
    group by a.member_id`
  const found = new Map(rows.map(({ member_id, ...row }) => [member_id, row]))
  return (memberId) => {
    const { days, ...counts } = found.get(memberId) ?? nothing
    const streak = streakOf(days, now)
    return { facts: { ...counts, streak: streak.longest }, streak }
  }
}
