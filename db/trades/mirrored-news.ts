import { type MirroredNews, newsOf, newsUpTo } from '../../core/trade/news.ts'
import { otherSide, type Side } from '../../core/trade/ruling.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { tellNews } from './news.ts'
import { type TradeRow, tradeRows } from './row.ts'
import { offerSide, standingOf } from './standing.ts'
import { disputant } from './view.ts'

/** Of one round. */
const BATCH = 20

/** Trades with bonds whose mirrored step was not told of. One that nobody proposed by its deadline is looked at no more. */
async function untold(db: Db, now: Date): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select t.id from app.trade t join chain.trade_now e on e.trade_id = t.escrow_id
    where t.escrow_id is not null and t.told < 4 and (t.told > 0 or t.bond_by > ${now}::timestamptz - interval '1 day')
      and t.told < case e.state when 'proposed' then 1 when 'accepted' then 2 when 'disputed' then 3 else 4 end
    order by t.id limit ${BATCH}`
  return rows.map(({ id }) => id)
}

/** Nobody is told of what they did themselves. */
function hearers(row: TradeRow, news: MirroredNews): Side[] {
  if (news === 'bonding') return [otherSide(offerSide(row))]
  const by = news === 'disputed' ? disputant(row) : null
  return by ? [otherSide(by)] : ['maker', 'taker']
}

async function tell(tx: Db, id: string, now: Date): Promise<void> {
  const [locked] = await tx<{ told: number }[]>`select told from app.trade where id = ${id} for update`
  const [row] = await tradeRows(tx, [id])
  if (!locked || !row) return
  const { deal } = standingOf(row, now)
  if (newsUpTo(deal) <= locked.told) return
  await tx`update app.trade set told = ${newsUpTo(deal)} where id = ${id}`
  const state = newsOf(deal)
  if (!state) return
  const ids = { maker: row.makerId, taker: row.takerId }
  await tellNews(tx, { id, state, memberIds: hearers(row, state).map((side) => ids[side]) })
}

/** Tells the sides of trades with bonds what the mirror shows of them: the newest of it, once, whatever a reorg takes back. */
export async function tellMirroredNews(sql: Sql, now: Date): Promise<void> {
  for (const id of await untold(sql, now)) await inTransaction(sql, (tx) => tell(tx, id, now))
}
