import { anyCell, type Cell } from '../../core/cell/cell.ts'
import { Final } from '../../core/errors.ts'
import { peekAt, type View } from '../../core/veil/view.ts'
import type { Sql } from '../client.ts'
import { lookFrom } from './viewer.ts'

type Looking = {
  /** undefined: not signed in */
  memberId: string | undefined
  /** An area, where the device is; or a city, to be looked at from far away. */
  near: string
  now: Date
}

/** @throws Final `cell.invalid` */
function cellOf(near: string): Cell {
  const cell = anyCell(near)
  if (cell.kind === 'area' || cell.kind === 'city') return cell
  throw new Final({
    code: 'cell.invalid',
    message: `A ${cell.kind} is finer than anybody's place is told here.`,
    fix: 'Send an H3 cell of resolution 7 (where you are), or of 5 (a city to look at), in lower-case hex.',
  })
}

/** What `viewFrom` will most likely say; nobody stands anywhere by it. Pure. @throws Final `cell.invalid` */
export function guessView({ memberId, near }: Pick<Looking, 'memberId' | 'near'>): View {
  const cell = cellOf(near)
  const isThere = memberId !== undefined && cell.kind === 'area'
  return isThere ? { cell: cell.id, isPeek: false } : peekAt(cell)
}

/**
 * From where somebody looks at the feed. Who is signed in and can be where they say is there; everybody else, and whoever
 * changes places faster or more often than people do, looks at the city from far away.
 * @throws Final `cell.invalid`
 */
export async function viewFrom(sql: Sql, { memberId, near, now }: Looking): Promise<View> {
  const cell = cellOf(near)
  const isThere =
    memberId !== undefined && cell.kind === 'area' && (await lookFrom(sql, { memberId, cell: cell.id, now }))
  return isThere ? { cell: cell.id, isPeek: false } : peekAt(cell)
}
