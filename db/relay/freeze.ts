import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

async function freeze(tx: Db, { ids, now }: { ids: string[]; now: Date }): Promise<number> {
  const free = await tx<{ id: string }[]>`
    select id from app.relay_request
      where id = any(${ids}::uuid[]) and batch_id is null and refusal is null and outcome is null
      order by id for update`
  if (free.length === 0) return 0
  const [batch] = await tx<{ id: bigint }[]>`
    insert into app.relay_batch (created_at) values (${now}) returning id`
  await tx`
    update app.relay_request set batch_id = ${String(batch?.id)}
      where id = any(${free.map(({ id }) => id)}::uuid[])`
  return free.length
}

/**
 * Puts those of the requests that are in none yet into a new batch, which is what it is from then on.
 * @returns how many; with 0 there is no batch
 */
export async function freezeRequests(sql: Sql, freezing: { ids: string[]; now: Date }): Promise<number> {
  return inTransaction(sql, (tx) => freeze(tx, freezing))
}
