import { badgesOf } from '../../core/karma/badges.ts'
import { type After, type Leaderboard, type Ranked, writeCursor } from '../../core/karma/leaderboard.ts'
import { type Period, periodKey } from '../../core/karma/period.ts'
import type { Db } from '../client.ts'
import { actsOf } from './acts.ts'

export type ReadBoard = {
  /** A city's or a street's; empty: overall. */
  cell: string
  period: Period
  now: Date
  /** Who reads; null when not signed in. */
  memberId: string | null
  limit: number
  after?: After | undefined
  /** Of these members alone. */
  among?: readonly string[] | undefined
}

const within = (db: Db, { among }: ReadBoard) =>
  among ? db`and s.member_id = any(${[...among]}::uuid[])` : db``

type Row = { member_id: string; username: string; karma: bigint }

/** One more than the page, to know whether there is a next one. */
async function rowsOf(db: Db, board: ReadBoard): Promise<Row[]> {
  const { cell, period, now, limit, after } = board
  const later = after
    ? db`and s.karma <= ${after.karma}::numeric and (s.karma < ${after.karma}::numeric or s.member_id > ${after.memberId}::uuid)`
    : db``
  return db<Row[]>`
    select s.member_id, m.username, s.karma
    from app.standing s join app.member m on m.id = s.member_id
    where s.cell = ${cell} and s.period = ${periodKey(period, now)} and s.karma > 0
      and not m.unlisted and m.deleted_at is null ${within(db, board)} ${later}
    order by s.karma desc, s.member_id limit ${limit + 1}`
}

/** Ranks go on from the page before: equal karma has the rank of the first who has it. */
function rank(rows: readonly Row[], after: After | undefined): After[] {
  let [place, last, shown] = [after?.rank ?? 0, after?.karma, after?.shown ?? 0]
  return rows.map(({ karma, member_id }) => {
    shown++
    if (String(karma) !== last) place = shown
    last = String(karma)
    return { karma: last, memberId: member_id, rank: place, shown }
  })
}

type Mine = { karma: bigint; unlisted: boolean; above: number }

/**
 * The reader's own place: an index count of those above, less the few of them who are not listed. Who has left has no
 * standing.
 */
async function mineOf(db: Db, board: ReadBoard): Promise<Leaderboard['me']> {
  const { cell, period, now, memberId, among } = board
  if (memberId === null) return null
  const above = db`from app.standing s where s.cell = ${cell} and s.period = ${periodKey(period, now)}
    and s.karma > own.karma ${within(db, board)}`
  const [mine] = await db<Mine[]>`
    select own.karma, m.unlisted,
      case when m.unlisted or own.karma <= 0 then 0 else ((select count(*) ${above}) - (
        select count(*) ${above} and s.member_id in (select id from app.member where unlisted)))::int end as above
    from app.member m cross join lateral (
      select coalesce(max(karma), 0) as karma from app.standing
      where cell = ${cell} and period = ${periodKey(period, now)} and member_id = m.id) own
    where m.id = ${memberId}`
  if (!mine) return null
  const isRanked = !mine.unlisted && mine.karma > 0n && (among?.includes(memberId) ?? true)
  return { rank: isRanked ? mine.above + 1 : null, karma: String(mine.karma), listed: !mine.unlisted }
}

/** One page of a board, the most karma first; who is not listed is on none. */
export async function readBoard(
  db: Db,
  board: ReadBoard,
): Promise<Pick<Leaderboard, 'items' | 'cursor' | 'me'>> {
  const found = await rowsOf(db, board)
  const rows = found.slice(0, board.limit)
  const ranks = rank(rows, board.after)
  const acts = await actsOf(db, { memberIds: rows.map(({ member_id }) => member_id), now: board.now })
  const items = rows.map(({ member_id, username, karma }, index): Ranked => {
    const { streak, facts } = acts(member_id)
    const earned = badgesOf(facts).filter((badge) => badge.earned)
    return {
      rank: ranks[index]?.rank ?? 0,
      username,
      karma: String(karma),
      streak: streak.current,
      badges: earned.map(({ name }) => name),
      me: member_id === board.memberId,
    }
  })
  const last = ranks.at(-1)
  const cursor = found.length > rows.length && last ? writeCursor(last) : null
  return { items, cursor, me: await mineOf(db, board) }
}
