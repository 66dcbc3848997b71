import { Final } from '../../core/errors.ts'
import type { Db, Sql } from '../client.ts'
import { type Asked, lockAsModerator } from '../groups/load.ts'
import { inTransaction } from '../transaction.ts'

/** In one order, each target locked: of two groups that stop at once the second sees that it is the last. */
async function stop(tx: Db, groupId: string, id: string | null): Promise<number> {
  const rows = await tx<{ id: string; target_id: string }[]>`
    select w.id, t.id as target_id from app.group_monitor w join app.monitor_target t on t.id = w.target_id
    where w.group_id = ${groupId} and (${id}::uuid is null or w.id = ${id}::uuid) order by t.id for update of t`
  await tx`delete from app.group_monitor where id = any(${rows.map((row) => row.id)}::uuid[])`
  await tx`
    delete from app.monitor_target t
    where t.id = any(${rows.map((row) => row.target_id)}::uuid[]) and t.for_groups
      and not exists (select from app.group_monitor w where w.target_id = t.id)`
  return rows.length
}

/** A group that is locked shares no monitors any more. */
export async function stopSharingAll(tx: Db, groupId: string): Promise<void> {
  await stop(tx, groupId, null)
}

/**
 * A group shares a monitor no more; who was the last to want it ends it. Restocks that came of it stay.
 * @throws Final `group.not-found`, `group.role`, `monitor.not-found`
 */
export async function stopSharing(sql: Sql, { id, ...asked }: Asked & { id: string }): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { id: groupId } = await lockAsModerator(tx, asked)
    if ((await stop(tx, groupId, id)) > 0) return
    throw new Final({
      code: 'monitor.not-found',
      message: 'The group shares no such monitor.',
      fix: 'Look at its list again.',
    })
  })
}
