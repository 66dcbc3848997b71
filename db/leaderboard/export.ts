import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'
import { isListed } from './listing.ts'

/** What the leaderboards hold of a member. */
export async function exportStandings(db: Db, memberId: string): Promise<MemberExport['leaderboard']> {
  const rows = await db<{ cell: string; period: string; karma: bigint }[]>`
    select cell, period, karma from app.standing where member_id = ${memberId} and karma > 0 order by cell, period`
  return {
    listed: await isListed(db, memberId),
    standings: rows.map((row) => ({ ...row, karma: String(row.karma) })),
  }
}
