import { toByteaList } from '../bytes.ts'
import type { Db } from '../client.ts'
import { type AccountDelta, accountDeltas, type Facts, type Place } from './facts.ts'

/** Columns travel as array literals: seven parameters for any number of rows. Digits need no quotes. */
function list(values: readonly (number | bigint)[]): string {
  return `{${values.join()}}`
}

function places(facts: readonly Place[]) {
  return {
    blocks: list(facts.map((fact) => fact.blockNumber)),
    logs: list(facts.map((fact) => fact.logIndex)),
    hashes: toByteaList(facts.map((fact) => fact.txHash)),
    times: list(facts.map((fact) => fact.blockTime)),
  }
}

async function insertTransfers(tx: Db, transfers: Facts['transfers']): Promise<void> {
  if (transfers.length === 0) return
  const { blocks, logs, hashes, times } = places(transfers)
  const from = toByteaList(transfers.map((transfer) => transfer.from))
  const to = toByteaList(transfers.map((transfer) => transfer.to))
  await tx`
    insert into chain.transfer
      (block_number, log_index, tx_hash, from_address, to_address, value, block_time)
    select block, log, hash, source, target, value, to_timestamp(time)
      from unnest(${blocks}::bigint[], ${logs}::integer[], ${hashes}::bytea[], ${from}::bytea[], ${to}::bytea[],
        ${list(transfers.map(({ value }) => value))}::numeric[], ${times}::bigint[])
        as fact (block, log, hash, source, target, value, time)`
}

async function insertAwards(tx: Db, awards: Facts['awards']): Promise<void> {
  if (awards.length === 0) return
  const { blocks, logs, hashes, times } = places(awards)
  await tx`
    insert into chain.award (award_id, to_address, amount, block_number, log_index, tx_hash, block_time)
    select id, target, amount, block, log, hash, to_timestamp(time)
      from unnest(${blocks}::bigint[], ${logs}::integer[], ${hashes}::bytea[], ${times}::bigint[],
        ${list(awards.map(({ id }) => id))}::bigint[], ${toByteaList(awards.map(({ to }) => to))}::bytea[],
        ${list(awards.map(({ amount }) => amount))}::numeric[])
        as fact (block, log, hash, time, id, target, amount)`
}

async function insertBatches(tx: Db, batches: Facts['batches']): Promise<void> {
  if (batches.length === 0) return
  const { blocks, logs, hashes, times } = places(batches)
  await tx`
    insert into chain.award_batch (first_id, count, ruleset, block_number, log_index, tx_hash, block_time)
    select id, count, ruleset, block, log, hash, to_timestamp(time)
      from unnest(${blocks}::bigint[], ${logs}::integer[], ${hashes}::bytea[], ${times}::bigint[],
        ${list(batches.map(({ firstId }) => firstId))}::bigint[],
        ${list(batches.map(({ count }) => count))}::integer[],
        ${toByteaList(batches.map(({ ruleset }) => ruleset))}::bytea[])
        as fact (block, log, hash, time, id, count, ruleset)`
}

async function insertPasses(tx: Db, passes: Facts['passes']): Promise<void> {
  if (passes.length === 0) return
  const { blocks, logs, hashes, times } = places(passes)
  await tx`
    insert into chain.pass_purchase
      (member_address, tier, expires_at, paid, block_number, log_index, tx_hash, block_time)
    select member, tier, to_timestamp(expires), paid, block, log, hash, to_timestamp(time)
      from unnest(${blocks}::bigint[], ${logs}::integer[], ${hashes}::bytea[], ${times}::bigint[],
        ${toByteaList(passes.map(({ member }) => member))}::bytea[],
        ${list(passes.map(({ tier }) => tier))}::smallint[],
        ${list(passes.map(({ expiresAt }) => expiresAt))}::bigint[],
        ${list(passes.map(({ paid }) => paid))}::numeric[])
        as fact (block, log, hash, time, member, tier, expires, paid)`
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

/**
 * Inserts facts and adds them to the accounts they touch, inside the caller's transaction.
 * @returns the addresses whose account changed, and those whose pass did
 */
export async function insertFacts(tx: Db, facts: Facts): Promise<string[]> {
  await insertTransfers(tx, facts.transfers)
  await insertAwards(tx, facts.awards)
  await insertBatches(tx, facts.batches)
  await insertPasses(tx, facts.passes)
  const deltas = accountDeltas(facts)
  await addDeltas(tx, deltas)
  return [...deltas.map(({ address }) => address), ...facts.passes.map(({ member }) => member)]
}
