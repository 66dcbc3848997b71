import { type Hex, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

const NOBODY = `0x${'0'.repeat(40)}`

/** Whose votes each address' earned karma counts among, as mirrored; those that have nobody are left out. */
export async function delegatesOf(db: Db, addresses: readonly Hex[]): Promise<Map<Hex, Hex>> {
  const rows = await db<{ delegator: Uint8Array; delegate: Uint8Array }[]>`
    select distinct on (delegator_address) delegator_address as delegator, to_address as delegate
      from chain.delegation where delegator_address = any(${toByteaList(addresses)}::bytea[])
      order by delegator_address, block_number desc, log_index desc`
  const pairs = rows.map(({ delegator, delegate }) => [toHex(delegator), toHex(delegate)] as const)
  return new Map(pairs.filter(([, delegate]) => delegate !== NOBODY))
}
