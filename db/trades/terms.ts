import type { Terms, TradedPair } from '../../core/trade/terms.ts'
import type { Db } from '../client.ts'
import type { TradeRow } from './row.ts'

type Row = TradedPair & { giver: 'maker' | 'taker' }

/** What the offer that stands says, in the words that are hashed for the contract. */
export async function readTerms(db: Db, row: TradeRow): Promise<Terms> {
  const { id, offerNo, makerName, takerName } = row
  const items = await db<Row[]>`
    select i.giver, i.size, i.condition, p.style_code from app.trade_item i
    join app.sneaker p on p.id = i.sneaker_id where i.trade_id = ${id} and i.no = ${offerNo}`
  const of = (giver: Row['giver'], username: string | null) => ({
    username: username ?? giver,
    pairs: items.filter((item) => item.giver === giver),
  })
  return { tradeId: id, no: offerNo, gives: [of('maker', makerName), of('taker', takerName)] }
}
