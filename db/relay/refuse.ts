import type { RelayProblem } from '../../core/relay/status.ts'
import type { Db } from '../client.ts'

/** Ends a request that is in no batch: nobody but us has it, so no reorg brings it back. Its member is told by `tellNews`. */
export async function refuseRequest(
  db: Db,
  { id, problem }: { id: string; problem: RelayProblem },
): Promise<void> {
  await db`
    update app.relay_request set refusal = ${db.json(problem)}
      where id = ${id} and batch_id is null and outcome is null`
}
