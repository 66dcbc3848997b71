import { Final } from '../../core/errors.ts'
import type { Group } from '../../core/group/shape.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { addToGroup } from './add.ts'
import { spendInvite } from './invitation.ts'
import { type Asked, lockGroup, readGroup } from './load.ts'
import { closedTo } from './refuse.ts'

type Joining = Asked & { memberId: string }

async function enter(tx: Db, joining: Joining): Promise<Group> {
  const group = await lockGroup(tx, joining)
  const { role, standing } = group.mine
  if (role !== null) return group
  if (!standing?.open) throw closedTo(group)
  await addToGroup(tx, { ...joining, groupId: group.id, role: 'member' })
  return readGroup(tx, joining)
}

/**
 * Joins an open group, or one whose gate the member passes; who is in it already stays.
 * @throws Final `group.not-found` (also of one by invite), `group.gate`, `group.full`, `group.too-many`
 */
export async function joinGroup(sql: Sql, joining: Joining): Promise<Group> {
  return inTransaction(sql, (tx) => enter(tx, joining))
}

async function requireWelcome(tx: Db, groupId: string, memberId: string): Promise<void> {
  const [removal] = await tx<{ reason: string }[]>`
    select reason from app.group_removal where group_id = ${groupId} and member_id = ${memberId}`
  if (removal)
    throw new Final({
      code: 'group.gate',
      message: `A moderator of this group removed you: "${removal.reason}".`,
      fix: 'Ask one to let you back in.',
    })
}

type Invited = { token: string; memberId: string; now: Date }

async function enterInvited(tx: Db, invited: Invited): Promise<Group> {
  const { memberId, now } = invited
  const { groupId, slug, joined } = await spendInvite(tx, invited)
  if (!joined) {
    await requireWelcome(tx, groupId, memberId)
    await addToGroup(tx, { groupId, memberId, role: 'member', now })
  }
  return readGroup(tx, { slug, memberId, now })
}

/**
 * Joins by an invite, which is used up by one more; who is in it already uses none.
 * @throws Final `group.invite-ended`, `group.gate` of somebody who was removed, `group.full`, `group.too-many`
 */
export async function joinInvited(sql: Sql, invited: Invited): Promise<Group> {
  return inTransaction(sql, (tx) => enterInvited(tx, invited))
}
