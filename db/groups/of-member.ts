import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'
import { takeFromGroup } from './add.ts'
import { closeLocked } from './close.ts'
import { exportKept, forgetKept } from './kept-of-member.ts'

type JoinedRow = Omit<MemberExport['groups']['joined'][number], 'joined_at'> & { joined_at: Date }
type RemovedRow = Omit<MemberExport['groups']['removed'][number], 'removed_at'> & { removed_at: Date }
type InviteRow = Omit<MemberExport['groups']['invites'][number], 'made_at' | 'expires_at'> & {
  made_at: Date
  expires_at: Date
}

/** Groups that a member is in or was removed from, whom they removed, and the invites they made; an invite's secret is not kept. */
export async function exportGroups(db: Db, memberId: string): Promise<MemberExport['groups']> {
  const joined = await db<JoinedRow[]>`
    select g.slug, g.name, m.role, m.joined_at, m.alerts from app.group_member m join app.cook_group g on g.id = m.group_id
    where m.member_id = ${memberId} order by m.joined_at, g.id`
  const removed = await db<RemovedRow[]>`
    select g.slug, r.reason, r.removed_at, r.by_id = ${memberId} as by_me
    from app.group_removal r join app.cook_group g on g.id = r.group_id
    where r.member_id = ${memberId} or r.by_id = ${memberId} order by r.removed_at, g.id`
  const invites = await db<InviteRow[]>`
    select g.slug, i.made_at, i.expires_at, i.uses, i.used
    from app.group_invite i join app.cook_group g on g.id = i.group_id
    where i.made_by = ${memberId} order by i.id`
  return {
    joined: joined.map((row) => ({ ...row, joined_at: row.joined_at.toISOString() })),
    removed: removed.map((row) => ({ ...row, removed_at: row.removed_at.toISOString() })),
    invites: invites.map((row) => ({
      ...row,
      made_at: row.made_at.toISOString(),
      expires_at: row.expires_at.toISOString(),
    })),
    ...(await exportKept(db, memberId)),
  }
}

/** Who owns it now: the first of its moderators, else the first of its members; nobody left, it is closed. */
async function passOn(tx: Db, { groupId, now }: { groupId: string; now: Date }): Promise<void> {
  const [heir] = await tx<{ member_id: string }[]>`
    select member_id from app.group_member where group_id = ${groupId}
    order by role <> 'moderator', joined_at, member_id limit 1`
  if (!heir) return closeLocked(tx, { groupId, now })
  await tx`
    update app.group_member set role = 'owner' where group_id = ${groupId} and member_id = ${heir.member_id}`
}

/** Takes a member who leaves SNPD out of all groups. What they own passes on. */
export async function forgetGroups(
  tx: Db,
  { memberId, now }: { memberId: string; now: Date },
): Promise<void> {
  // In one order: no two who leave wait for each other.
  const groups = await tx<{ id: string }[]>`
    select g.id from app.cook_group g
    where g.id in (select group_id from app.group_member where member_id = ${memberId})
    order by g.id for no key update`
  for (const { id: groupId } of groups) {
    const [own] = await tx<{ role: string }[]>`
      select role from app.group_member where group_id = ${groupId} and member_id = ${memberId}`
    await takeFromGroup(tx, { groupId, memberId, now })
    if (own?.role === 'owner') await passOn(tx, { groupId, now })
  }
  await tx`delete from app.group_removal where member_id = ${memberId}`
  await tx`delete from app.group_invite where made_by = ${memberId}`
  await forgetKept(tx, memberId)
}
