import { type Hex, toBytea, toByteaList, toHex } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { eachFamily } from './facts.ts'
import type { Family, Place } from './families/family.ts'
import { lockPosition, type Position } from './position.ts'
import { Touched } from './touched.ts'

const ZERO = toBytea(`0x${'0'.repeat(40)}`)

/** Hashes of the blocks that a reorg can still replace, newest first, the mirror's last block included. */
export async function readTail(db: Db): Promise<{ number: number; hash: Hex }[]> {
  const rows = await db<{ number: number; hash: Uint8Array }[]>`
    select number::float8, hash from chain.block order by number desc`
  return rows.map(({ number, hash }) => ({ number, hash: toHex(hash) }))
}

/** Takes transfers and awards above the block off their accounts. @returns the accounts */
async function undoAccounts(tx: Db, above: number): Promise<Hex[]> {
  const rows = await tx<{ address: Uint8Array }[]>`
    with change as (
      select to_address as address, -value as balance, 0 as earned from chain.transfer where block_number > ${above}
      union all select from_address, value, 0 from chain.transfer where block_number > ${above}
      union all select to_address, 0, -amount from chain.award where block_number > ${above}
    ),
    delta as (select address, sum(balance) as balance, sum(earned) as earned from change group by 1)
    update chain.account set balance = account.balance + delta.balance, earned = account.earned + delta.earned
      from delta where account.address = delta.address and account.address <> ${ZERO}
      returning account.address`
  return rows.map(({ address }) => toHex(address))
}

/** An account that no fact touches any more never existed: a mirror built anew would not have it. */
async function forgetAccounts(tx: Db, changed: Hex[]): Promise<void> {
  await tx`
    delete from chain.account where address = any(${toByteaList(changed)}::bytea[]) and balance = 0 and earned = 0
      and not exists (select from chain.transfer where to_address = account.address)
      and not exists (select from chain.transfer where from_address = account.address)`
}

/** Deletes a family's facts above the block, and says what they were about. */
async function undoFamily(
  tx: Db,
  { table, columns }: Family<Place>,
  { above, touched }: { above: number; touched: Touched },
): Promise<void> {
  const subjects = columns.filter(({ touches }) => touches !== undefined)
  const returned = ['block_number', ...subjects.map(({ name }) => name)].join()
  const rows = await tx.unsafe<Record<string, unknown>[]>(
    `delete from chain.${table} where block_number > $1 returning ${returned}`,
    [above],
    { prepare: true },
  )
  for (const { name, touches } of subjects)
    for (const row of rows) if (touches) touched.add(touches, row[name])
}

/**
 * Takes the mirror back to a block of its tail: all of it or nothing, in one transaction.
 * @throws Final `chain.second-writer`
 */
export async function rewind(
  sql: Sql,
  expected: Position,
  to: { number: number; hash: Hex },
): Promise<Position> {
  await inTransaction(sql, async (tx) => {
    await lockPosition(tx, expected)
    const touched = new Touched()
    const accounts = await undoAccounts(tx, to.number)
    // All statements are on their way before the first is answered: one by one they would take three times as long.
    await Promise.all(eachFamily.map(([, family]) => undoFamily(tx, family, { above: to.number, touched })))
    await forgetAccounts(tx, accounts)
    await tx`delete from chain.block where number > ${to.number}`
    await tx`
      update chain.cursor set block_number = block.number, block_hash = block.hash, block_time = block.block_time
        from chain.block where block.number = ${to.number}`
    await touched.notify(tx, to.number)
  })
  return { number: to.number, hash: to.hash }
}
