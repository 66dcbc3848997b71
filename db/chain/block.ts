import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** What the mirror holds the block to be; null once no reorg can reach it, and for one that is not mirrored. */
export async function blockHash(db: Db, number: number): Promise<Hex | null> {
  const [row] = await db<{ hash: Uint8Array | null }[]>`
    select hash from chain.block where number = ${number}
    union all select block_hash from chain.cursor where block_number = ${number} limit 1`
  return row?.hash ? toHex(row.hash) : null
}
