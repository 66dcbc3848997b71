import type { TradeNews } from '../../core/trade/news.ts'
import { writeAlert } from '../alerts/write.ts'
import type { Db } from '../client.ts'

type Told = { id: string; state: TradeNews; memberIds: readonly string[] }

/** Tells members of a trade, when the transaction commits; whoever has left hears nothing. */
export async function tellNews(tx: Db, { id, state, memberIds }: Told): Promise<void> {
  for (const memberId of memberIds)
    await writeAlert(tx, { kind: 'trade', memberId, tradeId: id, ringId: null, state })
}
