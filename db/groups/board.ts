import type { GroupBoard } from '../../core/group/shape.ts'
import { periodStart } from '../../core/karma/period.ts'
import type { Db } from '../client.ts'
import { type ReadBoard, readBoard } from '../leaderboard/read.ts'
import { type Asked, readGroup, requireRead } from './load.ts'
import { presentIn } from './present.ts'

/**
 * Who of a group earned the most karma, anywhere; those who are in it now.
 * @throws Final `group.not-found`, `group.gate`
 */
export async function readGroupBoard(
  db: Db,
  { slug, ...board }: Asked & Pick<ReadBoard, 'period' | 'limit' | 'after'>,
): Promise<GroupBoard> {
  const group = requireRead(await readGroup(db, { slug, ...board }))
  const among = await presentIn(db, { group, now: board.now })
  const since = periodStart(board.period, board.now)?.toISOString() ?? null
  return { period: board.period, since, ...(await readBoard(db, { ...board, cell: '', among })) }
}
