import { dayBefore, KEPT_DAYS } from '../../core/veil/keep.ts'
import type { Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

/**
 * Where anybody was more than 30 days ago is forgotten: whole cells, and of the others the days before. As what cell a post is
 * told stays.
 */
export async function sweepCells(sql: Sql, now: Date): Promise<void> {
  const first = dayBefore(now, KEPT_DAYS - 1)
  await inTransaction(sql, async (tx) => {
    await tx`delete from app.member_cell where seen < ${first}`
    await tx`update app.member_cell set since = ${first} where since < ${first}`
    await tx`delete from app.viewer_cell where seen_at < ${`${first}T00:00:00Z`}`
  })
}
