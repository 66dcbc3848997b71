import type { Challenge, ReviewChallenge } from '../../core/karma/shape.ts'
import { listAwards } from '../awards/review.ts'
import type { Db } from '../client.ts'
import { type ChallengeRow, toChallenge } from './row.ts'

export type ChallengesAsked = {
  now: Date
  limit: number
  /** Only those that wait for a decision. */
  open: boolean
  /** Id of the last one of the page before. */
  before?: string | undefined
}

/** Awards of one page's restocks at most: a restock has a handful. */
const AWARDS = 1_000

type Row = ChallengeRow & { opened_by: string | null }

/** Challenges with the awards they are about, the newest first, for moderators. */
export async function listChallenges(db: Db, asked: ChallengesAsked): Promise<ReviewChallenge[]> {
  const { now, limit, open, before } = asked
  const undecided = open ? db`and c.outcome is null` : db``
  const older = before ? db`and c.id < ${before}::uuid` : db``
  const rows = await db<Row[]>`
    select c.id, c.restock_id, c.reason, c.opened_at, c.holds_until, c.outcome, c.note, c.resolved_at,
      m.username as opened_by
    from app.challenge c join app.member m on m.id = c.member_id
    where true ${undecided} ${older} order by c.id desc limit ${limit}`
  const sourceIds = rows.map(({ restock_id }) => restock_id)
  const awards = sourceIds.length > 0 ? await listAwards(db, { now, limit: AWARDS, sourceIds }) : []
  return rows.map(({ opened_by, ...row }) => ({
    ...toChallenge(row),
    opened_by,
    awards: awards.filter(({ source_id }) => source_id === row.restock_id),
  }))
}

/** All that one member ever opened. */
export async function challengesOf(db: Db, memberId: string): Promise<Challenge[]> {
  const rows = await db<ChallengeRow[]>`
    select id, restock_id, reason, opened_at, holds_until, outcome, note, resolved_at
    from app.challenge where member_id = ${memberId} order by id`
  return rows.map(toChallenge)
}
