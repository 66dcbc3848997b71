import { Final } from '../../core/errors.ts'
import type { GroupRole } from '../../core/group/role.ts'
import { MOST_JOINED } from '../../core/group/shape.ts'
import { endBridgesOf } from '../bridges/end.ts'
import type { Db } from '../client.ts'
import { notifyApp } from '../events.ts'
import { featureNow } from '../features/now.ts'

export type Added = { groupId: string; memberId: string; role: GroupRole; now: Date }

async function requireRoom(tx: Db, { groupId, memberId }: Added): Promise<void> {
  const [row] = await tx<{ joined: number; members: number }[]>`
    select (select count(*)::int from app.group_member where member_id = ${memberId}) as joined, members
    from app.cook_group where id = ${groupId}`
  if ((row?.members ?? 0) >= (await featureNow(tx, 'app.groups.members')))
    throw new Final({
      code: 'group.full',
      message: `This group has ${row?.members} members, as many as a group can have.`,
      fix: 'Try again when somebody has left, or found one of your own.',
    })
  if ((row?.joined ?? 0) >= MOST_JOINED)
    throw new Final({
      code: 'group.too-many',
      message: `You are in ${MOST_JOINED} groups already.`,
      fix: 'Leave one of them first.',
    })
}

/** Puts a member into a group that is locked, or that nobody else sees yet. @throws Final `group.full`, `group.too-many` */
export async function addToGroup(tx: Db, added: Added): Promise<void> {
  const { groupId, memberId, role, now } = added
  await requireRoom(tx, added)
  await tx`
    insert into app.group_member (group_id, member_id, role, joined_at)
    values (${groupId}, ${memberId}, ${role}, ${now})`
  await tx`update app.cook_group set members = members + 1 where id = ${groupId}`
  await tellMember(tx, added)
}

/** Takes a member out of a group that is locked. What they invited with, and their bridges, end with them. */
export async function takeFromGroup(tx: Db, { groupId, memberId, now }: Omit<Added, 'role'>): Promise<void> {
  const gone = await tx`delete from app.group_member where group_id = ${groupId} and member_id = ${memberId}`
  if (gone.count > 0) await tx`update app.cook_group set members = members - 1 where id = ${groupId}`
  await endInvitesOf(tx, { groupId, memberId, now })
  await endBridgesOf(tx, { groupId, memberId })
  await tellMember(tx, { groupId, memberId })
}

/** Tells the member's pages that the group is another one for them now. */
export async function tellMember(
  tx: Db,
  { groupId, memberId }: Pick<Added, 'groupId' | 'memberId'>,
): Promise<void> {
  await notifyApp(tx, { kind: 'group', group_id: groupId, member_id: memberId })
}

/** The invites that a member made are of no more use. */
export async function endInvitesOf(tx: Db, { groupId, memberId, now }: Omit<Added, 'role'>): Promise<void> {
  await tx`
    update app.group_invite set revoked_at = ${now}
    where group_id = ${groupId} and made_by = ${memberId} and revoked_at is null`
}
