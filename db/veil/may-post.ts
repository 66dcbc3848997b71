import { cellToParent } from 'h3-js'
import { anyCell, parseCell, resolutions } from '../../core/cell/cell.ts'
import { Final } from '../../core/errors.ts'
import { cellsApart, REACH_KM } from '../../core/veil/move.ts'
import type { Db } from '../client.ts'
import { notePresence } from './presence.ts'
import { type Looking, standIn, standOf } from './viewer.ts'

/** From where they are, and five miles around; who has not said where they are says it by this. */
async function isThere(tx: Db, looking: Looking): Promise<boolean> {
  const stand = await standOf(tx, looking.memberId)
  return (stand && cellsApart(stand.cell, looking.cell) <= REACH_KM) || standIn(tx, looking)
}

/**
 * Whether a member writes from a cell, an area or the street of a shop. Far away is for reading. Within the transaction that
 * writes.
 * @throws Final `cell.invalid`, `cell.far`
 */
export async function mayPost(
  tx: Db,
  { memberId, cell, anonymous, now }: Looking & { anonymous: boolean },
): Promise<void> {
  const { id, kind } = anyCell(cell)
  const area = kind === 'street' ? cellToParent(id, resolutions.area) : parseCell(id, 'area')
  if (!(await isThere(tx, { memberId, cell: area, now })))
    throw new Final({
      code: 'cell.far',
      message: 'This place is far from where you are: there one only reads.',
      fix: 'Post about where you are, or leave the place out. If you are travelling, try again when you have arrived.',
    })
  // Who checks in at a shop is one of those who share its street.
  if (kind === 'street' && !anonymous) await notePresence(tx, { memberId, cell: id, now })
}
