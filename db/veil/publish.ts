import { cellToChildrenSize, cellToParent, getResolution } from 'h3-js'
import { parseCell, resolutions } from '../../core/cell/cell.ts'
import { dayBefore, KEPT_DAYS } from '../../core/veil/keep.ts'
import { ENOUGH, finestShared, ladderOf } from '../../core/veil/ladder.ts'
import { spanOf } from '../../core/veil/span.ts'
import type { Db } from '../client.ts'

type Sharing = { cell: string; now: Date }

/**
 * Members active in a cell, counted up to as many as it takes: those who were there on an earlier day of the window. Who
 * comes today counts tomorrow, so that nobody finds out by a post of their own who has just come or gone.
 */
async function countSharing(db: Db, { cell, now }: Sharing): Promise<number> {
  const finest = Math.max(getResolution(cell), resolutions.area)
  const { from, to } = spanOf(cell, finest)
  // A member has one row in each of the cells within at most: so many rows are of enough members.
  const rows = ENOUGH * cellToChildrenSize(cell, finest)
  const [row] = await db<{ members: number }[]>`
    select count(distinct member_id)::int as members from (
      select member_id from app.member_cell
      where cell between ${from} and ${to} and since < ${dayBefore(now, 0)} and seen > ${dayBefore(now, KEPT_DAYS)}
      limit ${rows}) found`
  return row?.members ?? 0
}

type Publishing = {
  /** Where the author's device is; of a check-in where the shop is. */
  cell: string
  /** An area; a street of a check-in at a shop. */
  kind: 'area' | 'street'
  anonymous: boolean
  now: Date
}

export type PublishedCell = {
  /** What is told, for as long as the post is there: it is never made finer, or coarser, later. */
  published: string
  resolution: number
}

/**
 * As what cell a post is told, and the only one that is kept of it: the finest that at least 20 active members share, else its
 * parent, up to the city. Of one who is anonymous never finer than an area.
 * @throws Final `cell.invalid`
 */
export async function publishCell(
  tx: Db,
  { cell, kind, anonymous, now }: Publishing,
): Promise<PublishedCell> {
  const exact = parseCell(cell, kind)
  const ladder = ladderOf(anonymous ? cellToParent(exact, resolutions.area) : exact)
  const sharedBy = new Map<string, number>()
  // The city is told whoever is in it.
  for (const rung of ladder.slice(0, -1)) {
    const members = await countSharing(tx, { cell: rung, now })
    sharedBy.set(rung, members)
    if (members >= ENOUGH) break
  }
  const published = finestShared(ladder, sharedBy)
  return { published, resolution: getResolution(published) }
}
