import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** The member's wallets in the order they were linked. */
export async function walletsOf(db: Db, memberId: string): Promise<Hex[]> {
  const rows = await db<{ address: Uint8Array }[]>`
    select address from app.wallet where member_id = ${memberId} order by linked_at, address`
  return rows.map(({ address }) => toHex(address))
}
