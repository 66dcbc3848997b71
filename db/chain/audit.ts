import { type Hex, toHex } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

/** What the mirror says of an account, in wei. */
export type Account = { address: Hex; balance: bigint; earned: bigint }

/** The ledger as mirrored at one block. */
export type LedgerView = {
  block: { number: number; hash: Hex }
  /** The first block that is mirrored. */
  from: number
  /** Nothing below this block can be replaced any more. */
  finalized: number
  /** Sum of all balances, in wei. */
  balances: bigint
  /** How many accounts there are. */
  accounts: number
  /** Some of them, or all. */
  sample: Account[]
}

/** Runs the work over one unchanging view of the database, in which it can only read. */
export async function inSnapshot<Result>(sql: Sql, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return inTransaction(sql, async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`
    return work(tx)
  })
}

type Head = {
  from: number
  number: number
  hash: Uint8Array | null
  finalized: number
  balances: bigint
  accounts: number
}

/**
 * The ledger, with accounts chosen at random.
 * @param most accounts in the sample
 * @returns undefined before the first block
 */
export async function viewLedger(tx: Db, most: number): Promise<LedgerView | undefined> {
  const [head] = await tx<Head[]>`
    select from_block::float8 as from, block_number::float8 as number, block_hash as hash, finalized_number::float8 as finalized,
        (select coalesce(sum(balance), 0) from chain.account) as balances,
        (select count(*)::float8 from chain.account) as accounts
      from chain.cursor where block_number >= from_block`
  if (!head?.hash) return undefined
  const sample = await tx<{ address: Uint8Array; balance: bigint; earned: bigint }[]>`
    select address, balance, earned from chain.account order by random() limit ${most}`
  const { from, number, hash, finalized, balances, accounts } = head
  return {
    ...{ block: { number, hash: toHex(hash) }, from, finalized, balances, accounts },
    sample: sample.map(({ address, ...amounts }) => ({ address: toHex(address), ...amounts })),
  }
}

/** How many accounts hold or earned something else than their own transfers and awards add up to. */
export async function countMisadded(tx: Db): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    with movement as (
      select to_address as address, value as balance, 0 as earned from chain.transfer
      union all select from_address, -value, 0 from chain.transfer
      union all select to_address, 0, amount from chain.award
    ),
    total as (select address, sum(balance) as balance, sum(earned) as earned from movement group by 1)
    select count(*)::float8 as count from total full join chain.account using (address)
      where address <> decode(repeat('00', 20), 'hex')
        and (total.balance, total.earned) is distinct from (account.balance, account.earned)`
  return row?.count ?? 0
}

/** Keeps what the last audit found, for health to tell. */
export async function writeAudit(db: Db, { block, drift }: { block: number; drift: string | null }) {
  await db`insert into chain.audit (at, block_number, drift) values (now(), ${block}, ${drift})
    on conflict (id) do update set at = excluded.at, block_number = excluded.block_number, drift = excluded.drift`
}
