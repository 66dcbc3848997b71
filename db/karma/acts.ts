import type { PastAct } from '../../core/karma/replay.ts'
import type { Db } from '../client.ts'

type Row = {
  member_id: string
  username: string | null
  joined_at: Date
  rule: string
  created_at: Date
  was: bigint
  reversed: boolean
  confirmations: number
  ready_at: Date | null
  ring_discount: number
  place_factor: number
}

/** Every act that an award was written for, with whose it was. Members who left took theirs along. */
export async function pastActs(db: Db): Promise<(PastAct & { username: string })[]> {
  const rows = await db<Row[]>`
    select a.member_id, m.username, m.created_at as joined_at, a.rule, a.created_at, a.confirmations, a.ready_at,
      a.reversed_at is not null as reversed, a.ring_discount, a.place_factor,
      case when a.matures_at is null or a.capped_by is not null or a.reversed_at is not null then 0 else a.amount
        end as was
    from app.award a join app.member m on m.id = a.member_id order by a.created_at, a.id`
  return rows.map((row) => ({
    ...{ memberId: row.member_id, username: row.username ?? 'deleted member', joinedAt: row.joined_at },
    ...{ rule: row.rule, at: row.created_at, was: row.was, reversed: row.reversed },
    ...{ confirmations: row.confirmations, readyAt: row.ready_at, ringDiscount: row.ring_discount },
    placeFactor: row.place_factor,
  }))
}
