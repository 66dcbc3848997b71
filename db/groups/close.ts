import { endBridgesOf } from '../bridges/end.ts'
import type { Db, Sql } from '../client.ts'
import { stopSharingAll } from '../group-monitors/stop.ts'
import { inTransaction } from '../transaction.ts'
import { type Asked, lockAsOwner } from './load.ts'

/**
 * Nobody is in it, sees it or comes in any more; what was posted there is its authors' alone, and what the group kept together
 * (guides, results, monitors, calls, bridges) is gone.
 */
export async function closeLocked(tx: Db, { groupId, now }: { groupId: string; now: Date }): Promise<void> {
  await tx`delete from app.group_member where group_id = ${groupId}`
  await tx`delete from app.group_removal where group_id = ${groupId}`
  await tx`delete from app.group_invite where group_id = ${groupId}`
  await endBridgesOf(tx, { groupId })
  await stopSharingAll(tx, groupId)
  await tx`delete from app.guide where group_id = ${groupId}`
  await tx`delete from app.group_result where group_id = ${groupId}`
  await tx`delete from app.group_call where group_id = ${groupId}`
  await tx`update app.cook_group set members = 0, closed_at = ${now} where id = ${groupId}`
}

/** Closes a group for good. @throws Final `group.not-found`, `group.role` */
export async function closeGroup(sql: Sql, asked: Asked): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { id: groupId } = await lockAsOwner(tx, asked)
    await closeLocked(tx, { groupId, now: asked.now })
  })
}
