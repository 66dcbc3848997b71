import type { HouseRule } from '../../core/moderation/rules.ts'
import type { ReviewModAppeal } from '../../core/moderation/shape.ts'
import type { Db } from '../client.ts'
import { type AppealRow, appealColumns, toAppeal } from './appeal-row.ts'

export type AppealsAsked = {
  /** The moderator who reads. */
  by: string
  open: boolean
  limit: number
  /** Id of the last one of the page before. */
  before?: string | undefined
}

type Row = AppealRow & {
  username: string | null
  kind: ReviewModAppeal['about']['kind']
  quote: string | null
  rule: HouseRule | null
  note: string
  decided_name: string | null
  at: Date
  own: boolean
}

/** Appeals with what they are about, the newest first. An anonymous post's author stays so. */
export async function listModAppeals(db: Db, asked: AppealsAsked): Promise<ReviewModAppeal[]> {
  const { by, open, limit, before } = asked
  const rows = await db<Row[]>`
    select ${db.unsafe(appealColumns)}, case when c.anonymous then null else m.username end as username,
      coalesce(c.kind, 'mute') as kind, c.quote, c.rule, coalesce(c.note, s.reason) as note,
      judge.username as decided_name, coalesce(c.resolved_at, s.from_at) as at,
      coalesce(coalesce(c.resolved_by, s.by_id) = ${by} or a.member_id = ${by}, false) as own
    from app.mod_appeal a
    join app.member m on m.id = a.member_id
    left join app.mod_case c on c.id = a.case_id
    left join app.silence s on s.id = a.silence_id
    left join app.member judge on judge.id = coalesce(c.resolved_by, s.by_id)
    where ${open ? db`a.decided_at is null` : db`true`} and ${before ? db`a.id < ${before}::uuid` : db`true`}
    order by a.id desc limit ${limit}`
  return rows.map((row) => {
    const { username, kind, quote, rule, note, decided_name, at, own } = row
    const about = { kind, quote, rule, note, by: decided_name, at: at.toISOString() }
    return { ...toAppeal(row), username, about, own }
  })
}
