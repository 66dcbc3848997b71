import type { Stock } from '../../core/monitor/stock.ts'
import { storeJson } from '../catalog/json.ts'
import type { Db } from '../client.ts'

type Row = Omit<Stock, 'since' | 'seen_at'> & { since: Date; seen_at: Date }

/** What is known of a sneaker, size by size and shop by shop; empty when nobody watches it, or there is no such sneaker. */
export async function stockOf(db: Db, sneakerId: string): Promise<Stock[]> {
  const rows = await db<Row[]>`
    select ${storeJson(db)} as store, t.url, s.size, s.label, s.state, s.price_minor,
      coalesce(s.currency, case when s.price_minor is not null then t.currency end) as currency, s.evidence,
      round(s.confidence::numeric, 3)::float8 as confidence, s.since,
      case when s.state = 'unknown' then s.seen_at else greatest(s.seen_at, t.last_ok_at) end as seen_at
    from app.monitor_target t
    join app.stock s on s.target_id = t.id
    join app.store store on store.id = t.store_id
    where t.sneaker_id = ${sneakerId}
    order by store.name, t.url, nullif(regexp_replace(s.size, '[^0-9.]', '', 'g'), '')::float8 nulls last, s.size`
  return rows.map(({ since, seen_at, ...row }) => ({
    ...{ ...row, since: since.toISOString(), seen_at: seen_at.toISOString() },
  }))
}
