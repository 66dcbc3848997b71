import { type ListPlace, writeListPlace } from '../../core/group/cursor.ts'
import { citiesNear } from '../../core/group/near.ts'
import type { GroupPage } from '../../core/group/shape.ts'
import type { Db } from '../client.ts'
import { type Reader, toGroups } from './judge.ts'
import { type GroupRow, isSeen, selectGroup } from './row.ts'

export type Listing = Reader & {
  limit: number
  /** A part of the name. */
  q?: string | undefined
  /** Of the page before. */
  after?: ListPlace | undefined
}

/** Groups by how many are in them, the most first. */
export async function listGroups(db: Db, { limit, q = '', after, ...reader }: Listing): Promise<GroupPage> {
  const later = after
    ? db`and (g.members < ${after.members} or (g.members = ${after.members} and g.id > ${after.id}))`
    : db``
  const rows = await db<GroupRow[]>`
    ${selectGroup(db, reader.memberId)}
    where ${isSeen(db)} and strpos(lower(g.name), lower(${q})) > 0 ${later}
    order by g.members desc, g.id limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await toGroups(db, shown, reader),
    next: rows.length > limit && last ? writeListPlace(last) : null,
  }
}

/** The reader's own, the latest joined first. */
export async function ownGroups(db: Db, reader: Reader): Promise<GroupPage> {
  const rows = await db<GroupRow[]>`
    ${selectGroup(db, reader.memberId)}
    where g.closed_at is null and g.hidden_at is null and mine.role is not null order by mine.joined_at desc, g.id`
  return { items: await toGroups(db, rows, reader), next: null }
}

/**
 * Groups of the city around a cell, then of those beside it; in each by how many are in them. By invite: none, they could not be
 * joined.
 * @throws Final `cell.invalid`
 */
export async function groupsNear(
  db: Db,
  { cell, limit, ...reader }: Reader & { cell: string; limit: number },
): Promise<GroupPage> {
  const cities = citiesNear(cell)
  const rows = await db<GroupRow[]>`
    ${selectGroup(db, reader.memberId)}
    where g.closed_at is null and g.hidden_at is null and g.access <> 'invite' and g.city = any(${cities}::text[])
    order by g.city <> ${cities[0] ?? ''}, g.members desc, g.id limit ${limit}`
  return { items: await toGroups(db, rows, reader), next: null }
}
