import { toByteaList } from '../bytes.ts'
import type { Db } from '../client.ts'
import { type AccountDelta, accountDeltas } from './deltas.ts'
import { eachFamily, type Facts } from './facts.ts'
import type { Place } from './families/family.ts'
import { writeFamily } from './families/write.ts'

/** Columns travel as array literals. Digits need no quotes. */
function list(values: readonly bigint[]): string {
  return `{${values.join()}}`
}

/** `merge`, for an upsert would test the negative delta itself against `balance >= 0`. One writer, so no race. */
async function addDeltas(tx: Db, deltas: AccountDelta[]): Promise<void> {
  if (deltas.length === 0) return
  await tx`
    merge into chain.account using unnest(
      ${toByteaList(deltas.map(({ address }) => address))}::bytea[],
      ${list(deltas.map(({ balance }) => balance))}::numeric[],
      ${list(deltas.map(({ earned }) => earned))}::numeric[]) as delta (address, balance, earned)
    on account.address = delta.address
    when matched then
      update set balance = account.balance + delta.balance, earned = account.earned + delta.earned
    when not matched then
      insert (address, balance, earned) values (delta.address, delta.balance, delta.earned)`
}

/** Inserts facts and adds them to the accounts they touch, inside the caller's transaction. */
export async function insertFacts(tx: Db, facts: Facts): Promise<void> {
  for (const [name, family] of eachFamily) await writeFamily<Place>(tx, family, facts[name])
  await addDeltas(tx, accountDeltas(facts))
}
