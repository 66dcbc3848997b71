import type { FlagSet } from '../../core/vote/effect.ts'
import { type Hex, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** Every value that these flags ever got, in the order of the chain. */
export async function flagHistory(db: Db, keys: readonly Hex[]): Promise<FlagSet[]> {
  const rows = await db<{ flag_key: Uint8Array; value: bigint; block_number: number; log_index: number }[]>`
    select flag_key, value, block_number::float8, log_index from chain.flag
      where flag_key = any(${toByteaList(keys)}::bytea[]) order by block_number, log_index`
  return rows.map(({ flag_key, value, block_number: block, log_index: log }) => {
    return { key: toHex(flag_key), value, at: { block, log } }
  })
}
