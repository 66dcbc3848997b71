import { type Hex, toByteaList } from '../bytes.ts'
import type { Db } from '../client.ts'

/**
 * The least that the addresses together held at any moment from `since` until the mirrored head, in wei.
 *
 * "Any moment" is after every single transfer, so a dip inside one block counts. A transfer between two of the
 * addresses is none: what counts is their sum. What a block moved at exactly `since` has happened by then.
 * A null `since` asks for now's balance. One statement, hence one snapshot of the mirror.
 */
export async function heldSince(
  db: Db,
  { addresses, since }: { addresses: Hex[]; since: Date | null },
): Promise<bigint> {
  const keys = toByteaList(addresses)
  // Walk back from now's balance: each movement undone gives the balance right before it.
  const [row] = await db<{ held: bigint }[]>`
    with movement as (
      select block_number, log_index, value as delta from chain.transfer
        where to_address = any(${keys}::bytea[]) and block_time > ${since}::timestamptz
      union all
      select block_number, log_index, -value from chain.transfer
        where from_address = any(${keys}::bytea[]) and block_time > ${since}::timestamptz
    ),
    step as (select block_number, log_index, sum(delta) as delta from movement group by 1, 2),
    undone as (select sum(delta) over (order by block_number desc, log_index desc) as delta from step),
    total as (
      select coalesce(sum(balance), 0) as balance from chain.account where address = any(${keys}::bytea[])
    )
    select total.balance - greatest(0, (select max(delta) from undone)) as held from total`
  return row?.held ?? 0n
}
