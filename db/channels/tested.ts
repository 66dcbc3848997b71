import type { Channel } from '../../core/channel/shape.ts'
import type { Outcome } from '../../core/notify/outcome.ts'
import type { Sql } from '../client.ts'
import { dropWaiting } from '../deliveries/drop.ts'
import { inTransaction } from '../transaction.ts'
import { type ChannelRow, channelColumns, toChannel } from './row.ts'

/**
 * Writes down what came of a test alert; one that arrived opens a channel again that had ended.
 * @returns the channel as it is now; null when it was a browser's that is gone, and went with it
 */
export async function noteTest(sql: Sql, id: string, outcome: Outcome): Promise<Channel | null> {
  return inTransaction(sql, async (tx) => {
    const isSent = outcome.kind === 'sent'
    const problem = isSent ? null : outcome.problem
    const [row] = await tx<ChannelRow[]>`
      update app.channel set problem = ${problem}, sent_at = case when ${isSent} then now() else sent_at end,
        ended_at = case when ${isSent} then null when ${outcome.kind === 'gone'} then now() else ended_at end
      where id = ${id} returning ${tx.unsafe(channelColumns)}`
    if (!row) return null
    if (outcome.kind === 'gone') await dropWaiting(tx, id, outcome.problem)
    if (outcome.kind !== 'gone' || row.kind !== 'web-push') return toChannel(row)
    await tx`delete from app.channel where id = ${id}`
    return null
  })
}
