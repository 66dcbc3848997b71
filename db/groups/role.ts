import { Final } from '../../core/errors.ts'
import { type GroupRole, mayRemove } from '../../core/group/role.ts'
import type { Group } from '../../core/group/shape.ts'
import { endBridgesOf } from '../bridges/end.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { endInvitesOf, takeFromGroup, tellMember } from './add.ts'
import { type Asked, lockAsModerator, lockAsOwner, lockGroup } from './load.ts'
import { noSuchMember, notYours } from './refuse.ts'
import { requireWords } from './words.ts'

/** Somebody of a group, and who acts on them. */
export type About = Asked & { memberId: string; username: string }

export async function findInGroup(
  tx: Db,
  { id }: Group,
  username: string,
): Promise<{ memberId: string; role: GroupRole }> {
  const [row] = await tx<{ member_id: string; role: GroupRole }[]>`
    select m.member_id, m.role from app.group_member m join app.member who on who.id = m.member_id
    where m.group_id = ${id} and lower(who.username) = lower(${username})`
  if (!row) throw noSuchMember()
  return { memberId: row.member_id, role: row.role }
}

async function setRole(tx: Db, groupId: string, { memberId, role }: { memberId: string; role: GroupRole }) {
  await tx`update app.group_member set role = ${role} where group_id = ${groupId} and member_id = ${memberId}`
  await tellMember(tx, { groupId, memberId })
}

function ownerStays(): Final {
  return new Final({
    code: 'group.owner',
    message: 'A group has an owner.',
    fix: 'Make somebody else the owner first, or close the group.',
  })
}

type Ended = { groupId: string; memberId: string; now: Date }

async function endWhatModeratorsMade(tx: Db, { groupId, memberId, now }: Ended): Promise<void> {
  await endInvitesOf(tx, { groupId, memberId, now })
  await endBridgesOf(tx, { groupId, memberId })
}

/**
 * Gives somebody of the group a role. Who is made the owner is the only one: the one before becomes a moderator. Who is no
 * moderator any more has no invites and no bridges out.
 * @throws Final `group.not-found`, `group.role`, `group.member-not-found`, `group.owner`
 */
export async function changeRole(
  sql: Sql,
  { username, role, ...asked }: About & { role: GroupRole },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const group = await lockAsOwner(tx, asked)
    const whom = await findInGroup(tx, group, username)
    if (whom.role === role) return
    if (whom.role === 'owner') throw ownerStays()
    if (role === 'owner') await setRole(tx, group.id, { memberId: asked.memberId, role: 'moderator' })
    await setRole(tx, group.id, { memberId: whom.memberId, role })
    if (role === 'member') await endWhatModeratorsMade(tx, { groupId: group.id, ...whom, now: asked.now })
  })
}

/** Leaves a group, also one whose gate is closed. @throws Final `group.not-found`, `group.owner` */
export async function leaveGroup(sql: Sql, asked: Asked & { memberId: string }): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { id: groupId, mine } = await lockGroup(tx, asked)
    if (mine.role === 'owner') throw ownerStays()
    await takeFromGroup(tx, { groupId, ...asked })
  })
}

/**
 * Removes somebody, who is told why and cannot come back by themselves.
 * @throws Final as `requireWords`, `group.not-found`, `group.role`, `group.member-not-found`
 */
export async function removeFromGroup(
  sql: Sql,
  { username, reason, ...asked }: About & { reason: string },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const group = await lockAsModerator(tx, asked)
    const { memberId, role } = await findInGroup(tx, group, username)
    if (!group.mine.role || !mayRemove(group.mine.role, role)) throw notYours('the owner')
    await requireWords(tx, { ...asked, texts: [reason] })
    await takeFromGroup(tx, { groupId: group.id, memberId, now: asked.now })
    await tx`
      insert into app.group_removal (group_id, member_id, by_id, reason, removed_at)
      values (${group.id}, ${memberId}, ${asked.memberId}, ${reason}, ${asked.now})`
  })
}
