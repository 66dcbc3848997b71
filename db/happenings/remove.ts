import type { HouseRule } from '../../core/moderation/rules.ts'
import type { Sql } from '../client.ts'
import { writeLog } from '../moderation/log.ts'
import { inTransaction } from '../transaction.ts'
import { unknownHappening } from './write.ts'

export type Removing = { id: string; by: string; rule: HouseRule; note: string; now: Date }

/**
 * Takes a meet-up or a line down: nobody sees it any more, and the log says that it was, by whom and why.
 * @throws Final `happening.not-found` also of one that was taken down before
 */
export async function removeHappening(sql: Sql, { id, by, rule, note, now }: Removing): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const done = await tx`
      update app.happening set hidden_at = ${now} where id = ${id} and hidden_at is null`
    if (done.count === 0) throw unknownHappening()
    await writeLog(tx, { act: 'event.removed', by, rule, note, now })
  })
}
