import type { RelayState } from '../../core/relay/states.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { inTransaction } from '../transaction.ts'
import { type FactColumns, factColumns, factSources, stateOfRow } from './facts.ts'

type Row = FactColumns & { finalized: number; mirrored_at: Date | null }

/** A deadline that the mirror itself has left behind this long ago. Milliseconds. */
const LONG_AGO_MS = 3_600_000

/** True when nothing can change this state any more, neither we nor a reorg. */
function isForGood(row: Row, state: RelayState): boolean {
  const { batch_id, forward_block, finalized, mirrored_at, deadline } = row
  if (state === 'refused') return true
  if (state === 'expired')
    return batch_id === null || (mirrored_at?.getTime() ?? 0) > deadline.getTime() + LONG_AGO_MS
  return forward_block !== null && forward_block <= finalized
}

/** @returns false when somebody else was faster */
async function change(tx: Db, { id, told }: Row, to: { state: RelayState; outcome: RelayState | null }) {
  const [changed] = await tx`
    update app.relay_request set told = ${to.state}, outcome = ${to.outcome}
      where id = ${id} and told = ${told} and outcome is null returning id`
  return changed !== undefined
}

async function tell(tx: Db, now: Date): Promise<number> {
  // Without locks: a lock is a write of its own, and this is asked every second.
  const rows = await tx<Row[]>`
    select ${factColumns(tx)}, coalesce(c.finalized_number, 0)::float8 as finalized, c.block_time as mirrored_at
      from ${factSources(tx)} left join chain.cursor c on true where r.outcome is null order by r.id`
  let told = 0
  for (const row of rows) {
    const state = stateOfRow(row, now)
    const outcome = isForGood(row, state) ? state : null
    if (state === row.told && outcome === null) continue
    const isNews = (await change(tx, row, { state, outcome })) && state !== row.told
    if (!isNews || row.member_id === null) continue
    told++
    await notifyApp(tx, { kind: 'relay', request_id: row.id, member_id: row.member_id })
  }
  await tx`delete from app.relay_request where member_id is null and outcome is not null`
  return told
}

/**
 * Tells members what became of their requests since they were told last, and lets go of those that ended for good.
 * @returns how many were told
 */
export async function tellNews(sql: Sql, now: Date): Promise<number> {
  return inTransaction(sql, (tx) => tell(tx, now))
}
