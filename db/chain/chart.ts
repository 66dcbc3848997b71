import { type Hex, toByteaList } from '../bytes.ts'
import type { Db } from '../client.ts'

/** What the addresses held together from `at` on, in wei. */
export type BalancePoint = { block: number; at: Date; balance: bigint; changes: number }

/**
 * The balance over time, oldest first: after each block that moved it or, when there are more than `most`, after the last one
 * of each of `most` equal spans between the first and the last. Reads every movement of theirs by index.
 */
export async function balancePoints(
  db: Db,
  { addresses, most }: { addresses: Hex[]; most: number },
): Promise<BalancePoint[]> {
  const keys = toByteaList(addresses)
  return db<BalancePoint[]>`
    with movement as (
      select block_number, block_time, value as delta from chain.transfer
        where to_address = any(${keys}::bytea[])
      union all
      select block_number, block_time, -value from chain.transfer
        where from_address = any(${keys}::bytea[])
    ),
    step as (select block_number, block_time, sum(delta) as delta from movement group by 1, 2),
    walk as (
      select *, sum(delta) over upward as balance, row_number() over upward as place, count(*) over () as changes,
          extract(epoch from block_time - min(block_time) over ()) as since,
          extract(epoch from max(block_time) over () - min(block_time) over ()) as span
        from step window upward as (order by block_number)
    ),
    bucketed as (
      select *, case when changes <= ${most} or span = 0 then least(place, ${most})
          else least(floor(since / span * ${most}), ${most} - 1) end as bucket
        from walk
    )
    select distinct on (bucket) block_number::float8 as block, block_time as at, balance, changes::float8
      from bucketed order by bucket, place desc`
}
