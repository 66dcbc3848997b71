import type { Group } from '../../core/group/shape.ts'
import type { Db } from '../client.ts'
import { type Reader, toGroups } from './judge.ts'
import { requireRead } from './load.ts'
import { closedTo, noGroup } from './refuse.ts'
import { type GroupRow, isSeen, selectGroup } from './row.ts'

export type Within = Reader & { groupId: string }

async function groupsOf(db: Db, groupIds: readonly string[], reader: Reader): Promise<Group[]> {
  const rows = await db<GroupRow[]>`
    ${selectGroup(db, reader.memberId)} where g.id = any(${[...groupIds]}::uuid[]) and ${isSeen(db)}`
  return toGroups(db, rows, reader)
}

/** Which of these groups the reader may read, by one block of the mirror. */
export async function readableGroups(
  db: Db,
  { groupIds, ...reader }: Reader & { groupIds: readonly string[] },
): Promise<Set<string>> {
  const groups = groupIds.length === 0 ? [] : await groupsOf(db, groupIds, reader)
  return new Set(groups.filter(({ mine }) => mine.may.read).map(({ id }) => id))
}

async function oneOf(db: Db, { groupId, ...reader }: Within): Promise<Group> {
  const [group] = await groupsOf(db, [groupId], reader)
  if (group) return group
  throw noGroup()
}

/** Lets somebody see that a group is there, and what it says of itself. @throws Final `group.not-found` */
export async function maySee(db: Db, within: Within): Promise<void> {
  await oneOf(db, within)
}

/** Lets somebody read what is in a group. @throws Final `group.not-found`, `group.gate` with what would let them in */
export async function mayRead(db: Db, within: Within): Promise<void> {
  requireRead(await oneOf(db, within))
}

/** Lets somebody write in a group: whoever is in it. @throws Final `group.not-found`, `group.gate` with what would let them in */
export async function mayPost(db: Db, within: Within): Promise<void> {
  const group = await oneOf(db, within)
  if (!group.mine.may.post) throw closedTo(group)
}
