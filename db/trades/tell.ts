import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'

/** Tells the pages of both sides, and of whoever sits over them, when the transaction commits. */
export async function tellTrade(tx: Db, id: string): Promise<void> {
  const rows = await tx<{ member_id: string }[]>`
    select maker_id as member_id from app.trade where id = ${id}
    union select taker_id from app.trade where id = ${id}
    union select member_id from app.trade_juror where trade_id = ${id}`
  for (const { member_id } of rows) await notifyApp(tx, { kind: 'trade', trade_id: id, member_id })
}
