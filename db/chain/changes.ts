import { toByteaList } from '../bytes.ts'
import type { Db } from '../client.ts'
import { accountDeltas } from './deltas.ts'
import { eachFamily, type Facts } from './facts.ts'
import { type Rows, rowsOf, writeRows } from './families/write.ts'
import { type Touched, touchedBy } from './touched.ts'

/**
 * What facts change, encoded ahead of the transaction: while one is written the next can be made, and the facts
 * themselves let go.
 */
export type Changes = {
  /** How many facts. */
  events: number
  rows: Rows[]
  /** Per account, as array literals of one length. */
  accounts: { addresses: string; balances: string; earned: string } | undefined
  touched: Touched
}

/** Columns travel as array literals. Digits need no quotes. */
function list(values: readonly bigint[]): string {
  return `{${values.join()}}`
}

function accountsOf(facts: Facts): Changes['accounts'] {
  const deltas = accountDeltas(facts)
  if (deltas.length === 0) return undefined
  return {
    addresses: toByteaList(deltas.map(({ address }) => address)),
    balances: list(deltas.map(({ balance }) => balance)),
    earned: list(deltas.map(({ earned }) => earned)),
  }
}

/** What the facts change. */
export function changesOf(facts: Facts): Changes {
  const filled = eachFamily.filter(([name]) => facts[name].length > 0)
  return {
    events: filled.reduce((sum, [name]) => sum + facts[name].length, 0),
    rows: filled.map(([name, family]) => rowsOf(family, facts[name])),
    accounts: accountsOf(facts),
    touched: touchedBy(facts),
  }
}

/**
 * Inserts the facts and adds them to the accounts they touch, inside the caller's transaction. `merge`, for an upsert
 * would test the negative delta itself against `balance >= 0`. One writer, so no race.
 */
export async function writeChanges(tx: Db, { rows, accounts }: Changes): Promise<void> {
  for (const family of rows) await writeRows(tx, family)
  if (!accounts) return
  const { addresses, balances, earned } = accounts
  await tx`
    merge into chain.account using unnest(${addresses}::bytea[], ${balances}::numeric[], ${earned}::numeric[])
      as delta (address, balance, earned)
    on account.address = delta.address
    when matched then
      update set balance = account.balance + delta.balance, earned = account.earned + delta.earned
    when not matched then
      insert (address, balance, earned) values (delta.address, delta.balance, delta.earned)`
}
