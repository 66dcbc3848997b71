import type { Trade } from '../../core/trade/shape.ts'
import type { Db } from '../client.ts'
import { loadTrades, type TradeReader } from './load.ts'

export type TradesOf = TradeReader & {
  limit: number
  /** The id of the last one of the page before. */
  before?: string | undefined
}

/** One page, the newest first, and the id to ask the next one with; null at the end. */
export async function ownTrades(
  db: Db,
  { limit, before, ...reader }: TradesOf,
): Promise<{ items: Trade[]; next: string | null }> {
  const { memberId } = reader
  const later = before ? db`and t.id < ${before}::uuid` : db``
  const found = await db<{ id: string }[]>`
    select t.id from app.trade t where (t.maker_id = ${memberId} or t.taker_id = ${memberId}) ${later}
    order by t.id desc limit ${limit + 1}`
  const ids = found.slice(0, limit).map(({ id }) => id)
  const next = found.length > limit ? (ids.at(-1) ?? null) : null
  return { items: await loadTrades(db, ids, reader), next }
}

/** Disputes answered at once. */
const MOST = 50

/** Disputes in which the reader sits and that are not decided; of a moderator also the others. The oldest first. */
export async function openDisputes(db: Db, reader: TradeReader & { isArbiter: boolean }): Promise<Trade[]> {
  const { memberId, isArbiter } = reader
  const found = await db<{ id: string }[]>`
    select t.id from app.trade t left join app.trade_jury j on j.trade_id = t.id
    where (t.disputed_at is not null or j.trade_id is not null) and t.ruled_at is null
      and t.maker_id <> ${memberId} and t.taker_id <> ${memberId}
      and (${isArbiter} or exists (
        select from app.trade_juror s where s.trade_id = t.id and s.member_id = ${memberId}))
    order by t.id limit ${MOST}`
  const trades = await loadTrades(
    db,
    found.map(({ id }) => id),
    reader,
  )
  return trades.filter(({ state }) => state === 'disputed')
}
