import { type Alert, alertKinds, alertShape } from '../../core/alert/shape.ts'
import { sneakerJson, storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'
import { proposalHex } from '../votes/row.ts'

export type AlertsAfter = {
  /** The place of the last one that was read; 0: none was. */
  after: number
  /** The last place to read; by default the end. */
  until?: number
  limit: number
}

type Row = {
  seq: number
  written_at: Date
  asked_at: Date | null
  seen_at: Date | null
  closes_at: Date | null
  kind: Alert['kind']
  proposal_id: bigint | null
}

const iso = (time: Date | null) => time?.toISOString() ?? null

/** Each kind has the columns of its shape; the others are not of it and fall away. */
function toAlert({ written_at, asked_at, seen_at, closes_at, proposal_id, ...row }: Row): Alert {
  const times = {
    ...{ written_at: iso(written_at), asked_at: iso(asked_at) },
    ...{ seen_at: iso(seen_at), closes_at: iso(closes_at) },
  }
  const proposal = proposal_id === null ? {} : { proposal_id: proposalHex(proposal_id) }
  return alertShape.parse({ ...row, ...times, ...proposal })
}

/**
 * The log after a place, in order. What is not yet committed is never passed over: everything behind it is committed later.
 * @returns fewer than `limit` at the end
 */
export async function readAlerts(db: Db, { after, until, limit }: AlertsAfter): Promise<Alert[]> {
  const most = until === undefined ? db`` : db`and a.seq <= ${until}`
  const rows = await db<Row[]>`
    select a.seq::float8 as seq, a.id, a.kind, a.at as written_at, a.member_id, a.restock_id, a.drop_id, a.request_id,
      a.trade_id, a.ring_id, a.award_id, a.call_id, a.proposal_id, a.size, a.price_minor, a.currency, a.source, a.confidence,
      a.asked_at, a.seen_at, a.raffle_plan_id as plan_id, plan.title, plan.tier, plan.closes_at,
      case when a.kind = 'raffle-open' then (select min(r.raffle_id) from chain.raffle r where r.prize_hash = plan.prize_hash)
        else a.raffle_id end::text as raffle_id,
      case a.kind when 'restock' then coalesce(a.state, 'in') else a.state end as state,
      ${sneakerJson(db)} as sneaker, ${storeJson(db)} as store,
      case when a.kind = 'group' then json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) end as "group",
      call.text, caller.username as by,
      (select json_build_object('city', p.city, 'area', p.area, 'street', p.street, 'door', p.door)
        from app.store_place p where p.store_id = a.store_id) as place
    from app.alert a
    left join app.sneaker sneaker on sneaker.id = a.sneaker_id
    left join app.store store on store.id = a.store_id
    left join app.cook_group g on g.id = a.group_id
    left join app.group_call call on call.id = a.call_id
    left join app.raffle_plan plan on plan.id = a.raffle_plan_id
    left join app.member caller on caller.id = call.by_id
    where a.seq > ${after} ${most} and a.kind = any(${[...alertKinds]}) order by a.seq limit ${limit}`
  return rows.map(toAlert)
}

/** Where the log ends, and up to where it was swept. */
export async function alertHead(db: Db): Promise<{ seq: number; swept: number }> {
  const [head] = await db<{ seq: number; swept: number }[]>`
    select seq::float8 as seq, swept::float8 as swept from app.alert_head`
  return head ?? { seq: 0, swept: 0 }
}
