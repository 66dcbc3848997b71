import { Final } from '../../core/errors.ts'
import type { Sql } from '../client.ts'
import { type Asked, lockGroup } from '../groups/load.ts'
import { inTransaction } from '../transaction.ts'

/**
 * Takes a result off the board: one's own, or as a moderator anybody's.
 * @throws Final `group.not-found`, `result.not-found`
 */
export async function removeResult(
  sql: Sql,
  { id, ...asked }: Asked & { id: string; memberId: string },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { id: groupId, mine } = await lockGroup(tx, asked)
    const gone = await tx`
      delete from app.group_result where id = ${id} and group_id = ${groupId}
        and (${mine.may.moderate} or member_id = ${asked.memberId})`
    if (gone.count > 0) return
    throw new Final({
      code: 'result.not-found',
      message: 'There is no such result of yours on this board.',
      fix: 'Look at the board again.',
    })
  })
}
