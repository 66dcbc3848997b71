import { randomBytes } from 'node:crypto'
import { type Hex, toBytea } from '../../db/bytes.ts'
import type { Sql } from '../../db/client.ts'

type Moved = { from: Hex; to: Hex; value: bigint; at: Date }
let block = 1_000_000

/** A transfer as the indexer would have mirrored it, in a block of its own. */
export async function moveKarma(indexer: Sql, { from, to, value, at }: Moved): Promise<void> {
  await indexer`insert into chain.transfer ${indexer({
    block_number: block++,
    log_index: 0,
    tx_hash: randomBytes(32),
    from_address: toBytea(from),
    to_address: toBytea(to),
    value: String(value),
    block_time: at,
  })}`
}
