import type { LedgerEntry } from '../../core/ledger/shape.ts'
import { type Hex, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** `awardId` is set when the movement minted that award of ours. */
export type MirroredEntry = Omit<LedgerEntry, 'rule'> & { awardId: bigint | null }

type Row = {
  tx_hash: Uint8Array
  block_number: number
  log_index: number
  block_time: Date
  wallet: Uint8Array
  counterparty: Uint8Array
  value: bigint
  award_id: bigint | null
}

const toEntry = (row: Row): MirroredEntry => ({
  tx_hash: toHex(row.tx_hash),
  block_number: row.block_number,
  log_index: row.log_index,
  block_time: row.block_time.toISOString(),
  wallet: toHex(row.wallet),
  counterparty: toHex(row.counterparty),
  value: String(row.value),
  awardId: row.award_id,
})

/**
 * The latest movements in and out of the addresses, newest first. A transfer between two of them is two entries, one
 * each way; a transfer to oneself is one entry of 0: the values always add up to the balance.
 */
export async function ledgerEntries(
  db: Db,
  { addresses, limit }: { addresses: Hex[]; limit: number },
): Promise<MirroredEntry[]> {
  const keys = toByteaList(addresses)
  const rows = await db<Row[]>`
    with movement as (
      (select *, to_address as wallet, from_address as counterparty,
              case when from_address = to_address then 0 else value end as signed
         from chain.transfer where to_address = any(${keys}::bytea[])
         order by block_number desc, log_index desc limit ${limit})
      union all
      (select *, from_address, to_address, -value
         from chain.transfer where from_address = any(${keys}::bytea[]) and from_address <> to_address
         order by block_number desc, log_index desc limit ${limit})
      order by block_number desc, log_index desc limit ${limit}
    )
    -- An award stands where the Transfer that mints it does.
    select m.tx_hash, m.block_number::float8, m.log_index, m.block_time, wallet, counterparty, signed as value, award_id
      from movement m left join chain.award a
        on a.block_number = m.block_number and a.log_index = m.log_index and m.signed > 0
      order by m.block_number desc, m.log_index desc`
  return rows.map(toEntry)
}
