import type { Reputation } from '../../core/trade/shape.ts'
import type { Db } from '../client.ts'

const nothing: Reputation = { partners: 0, completed: 0, lost: 0 }

/** Whether a trade that the query calls `t` went well: by the mirror where there are bonds. */
export function wentWell(db: Db) {
  return db`case when t.escrow_id is null
    then t.ruled_at is null and t.disputed_at is null and 2 = (
      select count(*) from app.trade_side s where s.trade_id = t.id and s.received_at is not null)
    else exists (select from chain.trade_step s where s.trade_id = t.escrow_id and s.step = 'completed') end`
}

/** The ruling on a trade that the query calls `t`: whose bond burned. */
function slashedIn(db: Db) {
  return db`case when t.escrow_id is null then t.slashed else (
    select case s.slashed when 3 then 'both'
        when 1 then case when o.by_id = t.maker_id then 'maker' else 'taker' end
        when 2 then case when o.by_id = t.maker_id then 'taker' else 'maker' end else 'nobody' end
    from chain.trade_step s join app.trade_offer o on o.trade_id = t.id and o.no = t.offer_no
    where s.trade_id = t.escrow_id and s.step = 'ruled' limit 1) end`
}

/**
 * What members' trades say of them. Ten trades with one partner count that partner once, and one who is tied to the member
 * not at all.
 */
export async function reputationsOf(db: Db, memberIds: readonly string[]): Promise<Map<string, Reputation>> {
  const rows = await db<(Reputation & { id: string })[]>`
    select asked.id, count(distinct other) filter (where went_well and settled_at is not null and not_counted is null)::int as partners,
      count(*) filter (where went_well)::int as completed,
      count(*) filter (where slashed in (side, 'both'))::int as lost
    from unnest(${[...memberIds]}::uuid[]) as asked (id)
    join lateral (
      select t.taker_id as other, 'maker' as side, t.settled_at, t.not_counted, ${wentWell(db)} as went_well, ${slashedIn(db)} as slashed
      from app.trade t where t.maker_id = asked.id and t.answer = 'accepted'
      union all
      select t.maker_id, 'taker', t.settled_at, t.not_counted, ${wentWell(db)}, ${slashedIn(db)}
      from app.trade t where t.taker_id = asked.id and t.answer = 'accepted') traded on true
    group by asked.id`
  const found = new Map(rows.map(({ id, ...reputation }) => [id, reputation]))
  return new Map(memberIds.map((id) => [id, found.get(id) ?? nothing]))
}
