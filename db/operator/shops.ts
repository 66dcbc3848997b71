import type { Db } from '../client.ts'

export type WatchedShop = {
  origin: string
  name: string
  readers: string[]
  targets: number
  failing: number
  problem: string | null
  last_ok_at: Date | null
  resting_until: Date | null
}

/** Every shop with watched pages, those in trouble first. */
export async function listWatchedShops(db: Db, now: Date): Promise<WatchedShop[]> {
  return db<WatchedShop[]>`
    select t.origin, min(s.name) as name, count(*)::int4 as targets,
      coalesce(array_agg(distinct t.reader order by t.reader) filter (where t.reader is not null), '{}') as readers,
      count(*) filter (where t.failures > 0)::int4 as failing,
      (array_agg(t.last_error order by t.failures desc))[1] as problem,
      max(t.last_ok_at) as last_ok_at,
      max(g.not_before) filter (where g.not_before > ${now}) as resting_until
    from app.monitor_target t join app.store s on s.id = t.store_id left join app.shop_origin g using (origin)
    where not t.paused
    group by t.origin order by failing desc, t.origin`
}

export type AskedShop = {
  /** Scheme and host of its product page. */
  url: string
  checkouts: number
  dead: number
}

/** How the last day's checkouts went, by the shop that they were asked of. */
export async function listAskedShops(db: Db, now: Date): Promise<AskedShop[]> {
  return db<AskedShop[]>`
    select substring(d.product_url from '^[a-z]+://[^/?#]+') as url, count(*)::int4 as checkouts,
      count(l.request_id)::int4 as dead
    from app.purchase_request r join app.drop d on d.id = r.drop_id left join app.dead_letter l on l.request_id = r.id
    where r.created_at > ${now}::timestamptz - interval '1 day' and d.product_url is not null
    group by 1 order by 1`
}
