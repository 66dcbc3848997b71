import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { eachFamily, type Facts } from './facts.ts'
import type { Transfer } from './families/transfers.ts'

/** Inclusive. */
type Range = { from: number; to: number }

/** How many rows of each family the mirror has for these blocks. */
export async function countRows(tx: Db, { from, to }: Range): Promise<Map<keyof Facts, number>> {
  const counts = new Map<keyof Facts, number>()
  for (const [name, { table }] of eachFamily) {
    const [row] = await tx<{ count: number }[]>`
      select count(*)::float8 as count from ${tx(`chain.${table}`)} where block_number between ${from} and ${to}`
    counts.set(name, row?.count ?? 0)
  }
  return counts
}

type Row = {
  block: number
  log: number
  hash: Uint8Array
  time: number
  source: Uint8Array
  target: Uint8Array
  value: bigint
}

/** The mirrored transfers of these blocks, in chain order. */
export async function readTransfers(tx: Db, { from, to }: Range): Promise<Transfer[]> {
  const rows = await tx<Row[]>`
    select block_number::float8 as block, log_index as log, tx_hash as hash,
        extract(epoch from block_time)::float8 as time, from_address as source, to_address as target, value
      from chain.transfer where block_number between ${from} and ${to} order by block_number, log_index`
  const hex = (bytes: Uint8Array): Hex => toHex(bytes)
  return rows.map(({ block, log, hash, time, source, target, value }) => ({
    ...{ blockNumber: block, logIndex: log, txHash: hex(hash), blockTime: time },
    ...{ from: hex(source), to: hex(target), value },
  }))
}
