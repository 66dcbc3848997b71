import { type Hex, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** What these flags are set to, as mirrored; those that never were are left out. */
export async function flagsNow(db: Db, keys: readonly Hex[]): Promise<Map<Hex, bigint>> {
  const rows = await db<{ flag_key: Uint8Array; value: bigint }[]>`
    select flag_key, value from chain.flag_now where flag_key = any(${toByteaList(keys)}::bytea[])`
  return new Map(rows.map(({ flag_key, value }) => [toHex(flag_key), value]))
}
