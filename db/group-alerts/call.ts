import type { GroupNews } from '../../core/group/monitor.ts'
import { uuidv7 } from '../../core/id.ts'
import { writeAlert } from '../alerts/write.ts'
import type { Db, Sql } from '../client.ts'
import { notifyApp } from '../events.ts'
import { type Asked, lockAsModerator } from '../groups/load.ts'
import { requireWords } from '../groups/words.ts'
import { inTransaction } from '../transaction.ts'
import { newsOf } from './read.ts'

type Calling = Asked & { memberId: string; text: string }

async function call(tx: Db, { text, ...by }: Calling): Promise<GroupNews> {
  const { id: groupId } = await lockAsModerator(tx, by)
  await requireWords(tx, { ...by, texts: [text] })
  const callId = uuidv7(by.now.getTime())
  await tx`
    insert into app.group_call (id, group_id, by_id, text, called_at)
    values (${callId}, ${groupId}, ${by.memberId}, ${text}, ${by.now})`
  await writeAlert(tx, { kind: 'group', groupId, callId })
  await notifyApp(tx, { kind: 'call', group_id: groupId })
  const news = (await newsOf(tx, groupId)).find(({ id }) => id === callId)
  if (!news) throw new Error('what was just called is there')
  return news
}

/**
 * Calls something out to everybody who is in the group, wherever they are told of alerts, and over its bridges.
 * @throws Final as `requireWords`, `group.not-found`, `group.role`
 */
export async function callOut(sql: Sql, calling: Calling): Promise<GroupNews> {
  return inTransaction(sql, (tx) => call(tx, calling))
}
