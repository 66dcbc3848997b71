import type { Group } from '../../core/group/shape.ts'
import type { Db } from '../client.ts'
import { type Reader, toGroups } from './judge.ts'
import { closedTo, noGroup, notYours } from './refuse.ts'
import { type GroupRow, isSeen, selectGroup } from './row.ts'

/** Which group, and who asks. */
export type Asked = Reader & { slug: string }

/** A group as this reader sees it. @throws Final `group.not-found`, also of one by invite that is not theirs */
export async function readGroup(db: Db, { slug, ...reader }: Asked): Promise<Group> {
  const rows = await db<GroupRow[]>`
    ${selectGroup(db, reader.memberId)} where g.slug = ${slug} and ${isSeen(db)}`
  const [group] = await toGroups(db, rows, reader)
  if (group) return group
  throw noGroup()
}

/**
 * The same, and nothing of it changes but by this transaction: changes of one group take turns.
 * @throws Final `group.not-found`
 */
export async function lockGroup(tx: Db, asked: Asked): Promise<Group> {
  await tx`select 1 from app.cook_group where slug = ${asked.slug} for no key update`
  return readGroup(tx, asked)
}

/** Of a group that the reader may read. @throws Final `group.not-found`, `group.gate` */
export function requireRead(group: Group): Group {
  if (group.mine.may.read) return group
  throw closedTo(group)
}

/** Locked, for somebody who is in it. @throws Final `group.not-found`, `group.gate` with what would let them in */
export async function lockAsMember(tx: Db, asked: Asked): Promise<Group> {
  const group = await lockGroup(tx, asked)
  if (group.mine.may.post) return group
  throw closedTo(group)
}

/** Locked, for somebody who may invite, remove and let back in. @throws Final `group.not-found`, `group.role` */
export async function lockAsModerator(tx: Db, asked: Asked): Promise<Group> {
  const group = await lockGroup(tx, asked)
  if (group.mine.may.moderate) return group
  throw notYours('moderators')
}

/** Locked, for its owner. @throws Final `group.not-found`, `group.role` */
export async function lockAsOwner(tx: Db, asked: Asked): Promise<Group> {
  const group = await lockGroup(tx, asked)
  if (group.mine.may.own) return group
  throw notYours('the owner')
}
