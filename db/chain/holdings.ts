import { type Hex, toByteaList, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** What an address holds as mirrored, and what its own movements add up to. wei */
export type Holding = { address: Hex; balance: bigint; earned: bigint; movements: number; sum: bigint }

type Row = { address: Uint8Array; balance: bigint; earned: bigint; movements: number; sum: bigint }

/**
 * Each address in the given order. Reads every movement of theirs by index: what is kept as a balance is told beside
 * what it was made of.
 */
export async function holdingsOf(db: Db, addresses: Hex[]): Promise<Holding[]> {
  const rows = await db<Row[]>`
    select mine.address, coalesce(account.balance, 0) as balance, coalesce(account.earned, 0) as earned,
        movement.count::float8 as movements, movement.sum
      from unnest(${toByteaList(addresses)}::bytea[]) with ordinality as mine (address, place)
        left join chain.account using (address)
        cross join lateral (
          select count(*), coalesce(sum(value), 0) as sum from (
            select case when from_address = to_address then 0 else value end as value
              from chain.transfer where to_address = mine.address
            union all
            select -value from chain.transfer where from_address = mine.address and to_address <> mine.address) each
        ) movement
      order by place`
  return rows.map(({ address, ...row }) => ({ address: toHex(address), ...row }))
}
