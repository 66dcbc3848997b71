import type { TradeNews } from '../../core/trade/news.ts'
import { writeAlert } from '../alerts/write.ts'
import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'

type Told = { ringId: string; by: string; members: readonly string[]; state?: TradeNews }

/** Tells the pages of all three, and by an alert the two who did not do it themselves; when the transaction commits. */
export async function tellRing(tx: Db, { ringId, by, members, state }: Told): Promise<void> {
  for (const memberId of members) {
    await notifyApp(tx, { kind: 'trade', trade_id: ringId, member_id: memberId })
    if (state && memberId !== by)
      await writeAlert(tx, { kind: 'trade', memberId, tradeId: null, ringId, state })
  }
}
