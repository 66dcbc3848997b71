import type { Vouched } from '../../core/karma/ring/act.ts'
import { ringRules } from '../../core/karma/ring/constants.ts'
import { before } from '../../core/karma/ring/since.ts'
import type { Db } from '../client.ts'

/** Members whose acts are asked for, and the moment it is. */
export type Asked = { memberIds: string[]; now: Date }

/**
 * What others vouched for, of these members, in the window: reports and who confirmed them, what they confirmed after a
 * monitor and who did so too, completed trades and their other side, and who delegated votes to them. By index, the newest reports of each.
 */
export async function vouchedActs(db: Db, { memberIds, now }: Asked): Promise<Vouched[]> {
  const since = before(now, ringRules.windowDays)
  return db<Vouched[]>`
    select owner, vouchers from unnest(${memberIds}::uuid[]) as asked (id)
    cross join lateral (
      select asked.id as owner, r.vouchers from (
        select confirmed.vouchers from app.restock r
        cross join lateral (
          select array_agg(c.member_id) as vouchers from app.restock_confirmation c
            where c.restock_id = r.id and c.not_counted is null) confirmed
        where r.reported_by = asked.id and r.reported_at > ${since} and confirmed.vouchers is not null
        order by r.reported_at desc limit ${ringRules.actsEach}) r
      union all
      select asked.id, r.vouchers from (
        select confirmed.vouchers from app.restock r
        cross join lateral (
          select array_agg(c.member_id) as vouchers from app.restock_confirmation c
            where c.restock_id = r.id and c.not_counted is null and c.member_id <> asked.id) confirmed
        where r.vouched_by = asked.id and r.reported_at > ${since} and confirmed.vouchers is not null
        order by r.reported_at desc limit ${ringRules.actsEach}) r
      union all
      select asked.id, array[theirs.member_id] from app.wallet mine
      join chain.trade t on mine.address in (t.proposer_address, t.counterparty_address)
      join app.wallet theirs on theirs.address in (t.proposer_address, t.counterparty_address)
      where mine.member_id = asked.id and theirs.member_id <> asked.id and t.block_time > ${since}
        and exists (select from chain.trade_step s where s.trade_id = t.trade_id and s.step = 'completed')
      union all
      select asked.id, array[theirs.member_id] from app.wallet mine
      join chain.delegation d on d.to_address = mine.address and d.block_time > ${since}
      join app.wallet theirs on theirs.address = d.delegator_address
      where mine.member_id = asked.id and theirs.member_id <> asked.id) act`
}
