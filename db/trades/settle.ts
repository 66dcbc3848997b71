import type { Tie } from '../../core/karma/ring/tie.ts'
import { matureAwards } from '../awards/mature.ts'
import { writeAward } from '../awards/write.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { noteActive } from '../ring/active.ts'
import { circleDiscount } from '../ring/discount.ts'
import { findTie } from '../ring/tie.ts'
import { inTransaction } from '../transaction.ts'
import { tellNews } from './news.ts'
import { wentWell } from './reputation.ts'
import { type TradeRow, tradeRows } from './row.ts'
import { standingOf } from './standing.ts'
import { tellTrade } from './tell.ts'

export type Settling = { now: Date; challengeSeconds: number }

type Due = { id: string; maker_id: string; taker_id: string }

/** Of one round. */
const BATCH = 20

/** Trades that went well, of bonds in a block that no reorg takes back, and earned nobody anything yet. */
async function due(db: Db): Promise<Due[]> {
  return db<Due[]>`
    select t.id, t.maker_id, t.taker_id from app.trade t
    where t.answer = 'accepted' and t.settled_at is null and ${wentWell(db)}
      and (t.escrow_id is null or exists (
        select from chain.trade_step s join chain.cursor c on s.block_number <= c.finalized_number
        where s.trade_id = t.escrow_id and s.step = 'completed'))
    order by t.id limit ${BATCH}`
}

/** The other side's word is what makes an award ready; that of a circle is worth less, and that of a tied one nothing. */
async function reward(tx: Db, { id, makerId, takerId }: TradeRow, settling: Settling): Promise<void> {
  const { now, challengeSeconds } = settling
  const pairs = [
    [makerId, takerId],
    [takerId, makerId],
  ] as const
  const discounts = new Map<string, number>()
  for (const [ownerId, other] of pairs)
    discounts.set(ownerId, (await circleDiscount(tx, { ownerId, vouchers: [other], now })).act)
  for (const [memberId] of pairs)
    await writeAward(tx, {
      ...{ rule: 'trade.completed', memberId, sourceId: id, now },
      ringDiscount: discounts.get(memberId) ?? 0,
    })
  await matureAwards(tx, {
    ...{ sourceId: id, confirmations: 1, now },
    maturesAt: new Date(now.getTime() + challengeSeconds * 1000),
  })
}

async function settle(tx: Db, id: string, settling: Settling): Promise<void> {
  const { now } = settling
  await tx`select 1 from app.trade where id = ${id} for update`
  const [row] = await tradeRows(tx, [id])
  if (!row || row.settledAt || standingOf(row, now).state !== 'completed') return
  const tie: Tie | null = await findTie(tx, { one: row.makerId, other: row.takerId, now })
  if (!tie) await reward(tx, row, settling)
  await noteActive(tx, { memberIds: [row.makerId, row.takerId], now })
  await tx`update app.trade set settled_at = ${now}, not_counted = ${tie} where id = ${id}`
  await tellNews(tx, { id, state: 'completed', memberIds: [row.makerId, row.takerId] })
  await tellTrade(tx, id)
}

/** Whether both are still here; of one who left nothing is written, and the other keeps the reputation. */
async function areHere(tx: Db, ids: readonly string[]): Promise<boolean> {
  const [row] = await tx<{ here: number }[]>`
    select count(*)::int as here from app.member where id = any(${[...ids]}::uuid[]) and deleted_at is null`
  return row?.here === ids.length
}

async function settleOne(tx: Db, { id, maker_id, taker_id }: Due, settling: Settling): Promise<void> {
  const parties = [maker_id, taker_id].sort()
  if (!(await areHere(tx, parties))) {
    await tx`update app.trade set settled_at = ${settling.now} where id = ${id}`
    return
  }
  // In one order: two trades of the same two do not wait for each other.
  for (const memberId of parties) await lockMember(tx, memberId)
  await settle(tx, id, settling)
}

/**
 * Writes what completed trades earn both sides, once; two who are tied earn nothing by each other.
 * @returns how many were looked at
 */
export async function settleTrades(sql: Sql, settling: Settling): Promise<number> {
  const found = await due(sql)
  for (const each of found) await inTransaction(sql, (tx) => settleOne(tx, each, settling))
  return found.length
}
