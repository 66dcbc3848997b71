import { uuidv7 } from '../../core/id.ts'
import type { HouseRule } from '../../core/moderation/rules.ts'
import type { LogAct, LogEntry } from '../../core/moderation/shape.ts'
import type { Db } from '../client.ts'

type Done = {
  act: LogAct
  /** The moderator; null: votes or a filter did it. */
  by: string | null
  rule?: HouseRule | undefined
  note?: string | undefined
  now: Date
}

/** Writes down what was done, for everyone to read: never to whom. In the transaction that does it. */
export async function writeLog(tx: Db, { act, by, rule, note, now }: Done): Promise<void> {
  await tx`insert into app.mod_log ${tx({
    ...{ id: uuidv7(now.getTime()), at: now, act, by_id: by, automatic: by === null },
    ...{ rule: rule ?? null, note: note ?? null },
  })}`
}

type Row = Omit<LogEntry, 'at' | 'by'> & { at: Date; username: string | null }

/** One page of the log, the newest first. */
export async function listLog(
  db: Db,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<LogEntry[]> {
  const rows = await db<Row[]>`
    select l.id, l.at, l.act, m.username, l.automatic, l.rule, l.note
    from app.mod_log l left join app.member m on m.id = l.by_id
    where ${before ? db`l.id < ${before}::uuid` : db`true`} order by l.id desc limit ${limit}`
  return rows.map(({ at, username, ...row }) => ({
    ...row,
    at: at.toISOString(),
    by: username === null ? null : { username },
  }))
}
