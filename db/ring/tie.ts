import { ringRules } from '../../core/karma/ring/constants.ts'
import { before } from '../../core/karma/ring/since.ts'
import { type Tie, ties } from '../../core/karma/ring/tie.ts'
import type { Db } from '../client.ts'

/** Steps from browser to browser, and members looked at in each browser: enough for a household and a shop's counter. */
const STEPS = 3
const OF_ONE_BROWSER = 32

type Pair = { one: string; other: string; now: Date }

/** Where a member mostly reports and confirms: a city. */
function homeOf(db: Db, memberId: string, since: Date) {
  return db`(
    select s.address->>'state' || '/' || (s.address->>'city') from (
      select store_id from app.restock where reported_by = ${memberId} and reported_at > ${since}
      union all
      select r.store_id from app.restock_confirmation c join app.restock r on r.id = c.restock_id
        where c.member_id = ${memberId} and c.confirmed_at > ${since}) visit
    join app.store s on s.id = visit.store_id where s.address is not null group by 1 order by count(*) desc, 1 limit 1)`
}

/** Wallets that this member sent karma to. Contracts of ours and the end of what is burned tie nobody. */
function tillsOf(db: Db, memberId: string, since: Date) {
  return db`(
    select t.to_address from app.wallet w join chain.transfer t on t.from_address = w.address
    where w.member_id = ${memberId} and t.block_time > ${since} and t.to_address <> ${Buffer.alloc(20)}
      and not exists (select from chain.cursor c where t.to_address = any(c.contracts))
    group by 1 having sum(t.value) >= ${String(ringRules.flowWei)})`
}

/** wei that moved from the wallets of one to those of the other. */
function flowed(db: Db, { from, to, since }: { from: string; to: string; since: Date }) {
  return db`(
    select coalesce(sum(t.value), 0) from app.wallet w
    join chain.transfer t on t.from_address = w.address and t.block_time > ${since}
    join app.wallet v on v.address = t.to_address
    where w.member_id = ${from} and v.member_id = ${to})`
}

/**
 * What ties two members, if anything does: the first of `ties` that holds. Reads by index, as many rows as the two have
 * browsers, wallets and transfers, and their acts only where browsers connect them by way of others.
 */
export async function findTie(db: Db, { one, other, now }: Pair): Promise<Tie | null> {
  const since = before(now, ringRules.tieDays)
  const found = await db<{ tie: Tie }[]>`
    with recursive reach (member_id, steps) as (
      select ${one}::uuid, 0
      union
      select next.member_id, reach.steps + 1 from reach
      join app.device d on d.member_id = reach.member_id and d.seen_at > ${since}
      cross join lateral (
        select o.member_id from app.device o where o.mark = d.mark and o.seen_at > ${since}
        limit ${OF_ONE_BROWSER}) next
      where reach.steps < ${STEPS})
    select 'browser' as tie where exists (
      select from app.device d join app.device o on o.mark = d.mark
      where d.member_id = ${one} and o.member_id = ${other} and d.seen_at > ${since} and o.seen_at > ${since})
    union all select 'wallet' where exists (
      select from app.wallet_tie where at > ${since}
        and (member_id, other_id) in ((${one}, ${other}), (${other}, ${one})))
    union all select 'flow'
      where ${flowed(db, { from: one, to: other, since })} + ${flowed(db, { from: other, to: one, since })}
        >= ${String(ringRules.flowWei)}
    union all select 'till' where exists (
      select from (select * from ${tillsOf(db, one, since)} a intersect select * from ${tillsOf(db, other, since)} b) shared
      where (select count(*) from (
        select distinct from_address from chain.transfer t
          where t.to_address = shared.to_address and t.block_time > ${since}
          limit ${ringRules.marketSenders + 1}) sender) <= ${ringRules.marketSenders})
    union all select 'browsers' where exists (select from reach where member_id = ${other}::uuid)
      and ${homeOf(db, one, since)} = ${homeOf(db, other, since)}`
  return ties.find((tie) => found.some((row) => row.tie === tie)) ?? null
}
