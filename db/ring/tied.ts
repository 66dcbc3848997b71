import { ringRules } from '../../core/karma/ring/constants.ts'
import { before } from '../../core/karma/ring/since.ts'
import type { Db } from '../client.ts'
import type { Asked } from './acts.ts'

/**
 * How many of these members share something with another of them: a browser, a wallet, karma that moved between them, or
 * a wallet that their karma comes from or goes to.
 */
export async function countTied(db: Db, { memberIds, now }: Asked): Promise<number> {
  const since = before(now, ringRules.tieDays)
  const [row] = await db<{ count: number }[]>`
    with owned as (select address, member_id from app.wallet where member_id = any(${memberIds}::uuid[])),
    moved as (
      select owned.member_id, t.to_address as elsewhere, 'to' as way from owned
        join chain.transfer t on t.from_address = owned.address
        where t.block_time > ${since} and t.value >= ${String(ringRules.flowWei)}
      union
      select owned.member_id, t.from_address, 'from' from owned
        join chain.transfer t on t.to_address = owned.address
        where t.block_time > ${since} and t.value >= ${String(ringRules.flowWei)}),
    outside as (
      select * from moved where elsewhere <> ${Buffer.alloc(20)}
        and not exists (select from chain.cursor c where elsewhere = any(c.contracts))),
    tied as (
      select d.member_id from app.device d join app.device o on o.mark = d.mark and o.member_id <> d.member_id
        where d.member_id = any(${memberIds}::uuid[]) and o.member_id = any(${memberIds}::uuid[])
          and d.seen_at > ${since} and o.seen_at > ${since}
      union
      select unnest(array[member_id, other_id]) from app.wallet_tie
        where member_id = any(${memberIds}::uuid[]) and other_id = any(${memberIds}::uuid[]) and at > ${since}
      union
      select outside.member_id from outside join owned on owned.address = outside.elsewhere
        where owned.member_id <> outside.member_id
      union
      select one.member_id from outside one
        join outside other on other.elsewhere = one.elsewhere and other.way = one.way
        where other.member_id <> one.member_id)
    select count(*)::int as count from tied`
  return row?.count ?? 0
}
