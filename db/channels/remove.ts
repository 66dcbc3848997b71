import { Final } from '../../core/errors.ts'
import type { Sql } from '../client.ts'
import { dropWaiting } from '../deliveries/drop.ts'
import { inTransaction } from '../transaction.ts'

export function channelNotFound(): Final {
  return new Final({
    code: 'channel.not-found',
    message: 'You have no such channel.',
    fix: 'Look at your list again.',
  })
}

/** Removes a channel and what still waits for it. @throws Final `channel.not-found`, of another member's too */
export async function removeChannel(
  sql: Sql,
  { id, memberId }: { id: string; memberId: string },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const [own] = await tx`
      select from app.channel where id = ${id} and member_id = ${memberId} for update`
    if (!own) throw channelNotFound()
    await dropWaiting(tx, id, 'Its member removed the channel.')
    await tx`delete from app.channel where id = ${id}`
  })
}
