import { type Hex, toByteaList } from '../bytes.ts'
import type { Db } from '../client.ts'

export type Hearer = { trade_id: string; member_id: string }

/** Whose pages show the trades of these escrows: both sides of each, and who sits over it. A bond of one side is news to the other. */
export async function hearersOf(db: Db, escrowIds: Hex[]): Promise<Hearer[]> {
  return db<Hearer[]>`
    select t.id as trade_id, who.member_id from app.trade t
    cross join lateral (
      select t.maker_id as member_id union select t.taker_id
      union select s.member_id from app.trade_juror s where s.trade_id = t.id) who
    where t.escrow_id = any(${toByteaList(escrowIds)}::bytea[])`
}
