import { type Hex, toByteaList } from '../bytes.ts'
import type { Db } from '../client.ts'

/** What the addresses hold together, and what they were ever awarded: wei, as mirrored now. */
export async function balanceOf(db: Db, addresses: Hex[]): Promise<{ balance: bigint; earned: bigint }> {
  const [row] = await db<{ balance: bigint; earned: bigint }[]>`
    select coalesce(sum(balance), 0) as balance, coalesce(sum(earned), 0) as earned
      from chain.account where address = any(${toByteaList(addresses)}::bytea[])`
  return row ?? { balance: 0n, earned: 0n }
}
