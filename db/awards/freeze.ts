import { batchLength } from '../../core/karma/batch.ts'
import { packAward } from '../../core/karma/pack.ts'
import { toBytea, toHex } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { paidFirst } from '../members/wallets.ts'
import { inTransaction } from '../transaction.ts'

export type Freeze = {
  now: Date
  /** Most awards in the batch; the contract takes 500. */
  limit: number
}

type Due = { id: string; member_id: string; amount: bigint; ruleset: Uint8Array; wallet: Uint8Array }

/**
 * Due awards whose member has a wallet, the oldest first, as many as one batch may mint; a batch names one rule set, the oldest award's.
 * One that is held at this moment, by a reversal say, comes in a later batch: those who count a day again lock its awards
 * in another order, and would wait for us as we for them.
 */
async function takeDue(tx: Db, { now, limit }: Freeze): Promise<Due[]> {
  const due = await tx<Due[]>`
    select a.id, a.member_id, a.amount, a.ruleset, wallet.address as wallet
    from app.award a
    cross join lateral (
      select address from app.wallet w where w.member_id = a.member_id order by ${paidFirst(tx)} limit 1) wallet
    where a.matures_at <= ${now} and a.award_id is null and a.reversed_at is null
    order by a.matures_at, a.id limit ${limit} for update of a skip locked`
  const [first] = due
  const together = first ? due.filter(({ ruleset }) => toHex(ruleset) === toHex(first.ruleset)) : []
  return together.slice(0, batchLength(together.map(({ amount }) => amount)))
}

/** The next free number: after every frozen one (its award may be gone with its member) and after everything the chain has minted, whoever sent it. */
async function nextId(tx: Db): Promise<bigint> {
  const [row] = await tx<{ next: bigint }[]>`
    select 1 + greatest((select coalesce(max(first_id + cardinality(packed) - 1), 0) from app.award_batch),
                        (select coalesce(max(award_id), 0) from chain.award)) as next`
  return row?.next ?? 1n
}

async function freeze(tx: Db, options: Freeze): Promise<number> {
  // Batches take turns, so that the numbers are dense.
  await tx`select pg_advisory_xact_lock(hashtextextended('award numbers', 0))`
  const due = await takeDue(tx, options)
  const [first] = due
  if (!first) return 0
  const firstId = await nextId(tx)
  const packed = due.map(({ wallet, amount }) => packAward(toHex(wallet), amount))
  await tx`
    insert into app.award_batch (first_id, packed, ruleset, created_at)
      values (${String(firstId)}, ${packed}, ${toBytea(toHex(first.ruleset))}, ${options.now})`
  await tx`
    update app.award set award_id = ${String(firstId)}::bigint + place - 1
      from unnest(${due.map(({ id }) => id)}::uuid[]) with ordinality as numbered (award, place)
      where id = award`
  for (const member_id of new Set(due.map((award) => award.member_id)))
    await notifyApp(tx, { kind: 'award', member_id })
  return due.length
}

/**
 * Gives the next dense numbers to the due awards and writes the batch's content down, before any transaction exists.
 * From here on they cannot be reversed, and who receives what cannot change.
 * @returns how many awards; 0 when none is due
 */
export async function freezeBatch(sql: Sql, options: Freeze): Promise<number> {
  return inTransaction(sql, (tx) => freeze(tx, options))
}
