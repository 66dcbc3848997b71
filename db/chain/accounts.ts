import { type Hex, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

export type Account = { balance: bigint; earned: bigint }

/** What each address holds and was ever awarded: wei, as mirrored; those that never had karma are left out. */
export async function accountsOf(db: Db, addresses: readonly Hex[]): Promise<Map<Hex, Account>> {
  const rows = await db<(Account & { address: Uint8Array })[]>`
    select address, balance, earned from chain.account
      where address = any(${toByteaList(addresses)}::bytea[])`
  return new Map(rows.map(({ address, ...account }) => [toHex(address), account]))
}
