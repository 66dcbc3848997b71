import type { ReviewAppeal } from '../../core/karma/ring/shape.ts'
import type { Db } from '../client.ts'
import { type AppealRow, appealColumns, reasonsOf, toAppeal } from './appeal-row.ts'

export type AppealPage = {
  /** Those that wait for a decision, or all. */
  open: boolean
  limit: number
  /** Id of the last one of the page before. */
  before?: string | undefined
}

/** Appeals as moderators see them, newest first. */
export async function listAppeals(db: Db, { open, limit, before }: AppealPage): Promise<ReviewAppeal[]> {
  const rows = await db<(AppealRow & { username: string | null })[]>`
    select ${db.unsafe(appealColumns)}, m.username
    from app.karma_appeal a join app.member m on m.id = a.member_id
    where ${open ? db`a.decided_at is null` : db`true`} and ${before ? db`a.id < ${before}::uuid` : db`true`}
    order by a.id desc limit ${limit}`
  return rows.map((row) => ({
    ...toAppeal(row),
    username: row.username,
    discount_bp: row.score.discount,
    reasons: reasonsOf(row.score),
  }))
}
