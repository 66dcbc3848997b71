import { Final } from '../../core/errors.ts'
import type { TradeStanding } from '../../core/trade/acts.ts'
import type { Side } from '../../core/trade/ruling.ts'
import type { Db } from '../client.ts'
import { type TradeRow, tradeRows } from './row.ts'
import { sideOf, standingOf } from './standing.ts'

export type InTrade = { id: string; memberId: string; now: Date }
export type Locked = { row: TradeRow; side: Side; standing: TradeStanding }

export function noTrade(): Final {
  return new Final({
    code: 'trade.not-found',
    message: 'There is no such trade.',
    fix: 'Look at the list of your trades.',
  })
}

export function notAParty(): Final {
  return new Final({
    code: 'trade.not-yours',
    message: 'This trade is between two others.',
    fix: 'Look at the list of your own trades.',
  })
}

/**
 * Locks a trade until the transaction ends: the two sides take turns.
 * @throws Final `trade.not-found`, and `trade.not-yours` of a member who is neither side
 */
export async function lockTrade(tx: Db, { id, memberId, now }: InTrade): Promise<Locked> {
  await tx`select 1 from app.trade where id = ${id} for update`
  const [row] = await tradeRows(tx, [id])
  if (!row) throw noTrade()
  const side = sideOf(row, memberId)
  if (!side) throw notAParty()
  return { row, side, standing: standingOf(row, now) }
}
