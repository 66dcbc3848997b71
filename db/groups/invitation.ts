import { Final } from '../../core/errors.ts'
import type { Invitation } from '../../core/group/shape.ts'
import type { Db } from '../client.ts'

/** What is kept of an invite's secret. */
export function hashOf(db: Db, token: string) {
  return db`sha256(convert_to(${token}, 'UTF8'))`
}

/** Invites that still let somebody in. */
export function isUsable(db: Db, now: Date) {
  return db`i.revoked_at is null and i.expires_at > ${now} and i.used < i.uses
    and g.closed_at is null and g.hidden_at is null and g.access = 'invite'`
}

function ended(): Final {
  return new Final({
    code: 'group.invite-ended',
    message: 'This invite has run out, is used up, or was taken back.',
    fix: 'Ask who sent it for a new one.',
  })
}

type Asked = { token: string; memberId: string | null; now: Date }
type Row = Omit<Invitation, 'expires_at'> & { expires_at: Date }

/** What an invite is for. @throws Final `group.invite-ended`, of one that never was too */
export async function readInvitation(db: Db, { token, memberId, now }: Asked): Promise<Invitation> {
  const [row] = await db<Row[]>`
    select g.slug, g.name, g.about, g.members, i.expires_at,
      exists (select from app.group_member m where m.group_id = g.id and m.member_id = ${memberId}) as joined
    from app.group_invite i join app.cook_group g on g.id = i.group_id
    where i.token_hash = ${hashOf(db, token)} and ${isUsable(db, now)}`
  if (!row) throw ended()
  return { ...row, expires_at: row.expires_at.toISOString() }
}

type Used = { groupId: string; slug: string; joined: boolean }

/**
 * Finds the group of an invite, locks it, and uses the invite once, unless the member is in the group already.
 * @throws Final `group.invite-ended`
 */
export async function spendInvite(
  tx: Db,
  { token, memberId, now }: { token: string; memberId: string; now: Date },
): Promise<Used> {
  // The group before its invites, as everywhere: no two transactions wait for each other.
  await tx`
    select 1 from app.cook_group where id = (
      select group_id from app.group_invite where token_hash = ${hashOf(tx, token)}) for no key update`
  const [row] = await tx<{ id: string; group_id: string; slug: string; joined: boolean }[]>`
    select i.id, i.group_id, g.slug,
      exists (select from app.group_member m where m.group_id = g.id and m.member_id = ${memberId}) as joined
    from app.group_invite i join app.cook_group g on g.id = i.group_id
    where i.token_hash = ${hashOf(tx, token)} and ${isUsable(tx, now)}`
  if (!row) throw ended()
  if (!row.joined) await tx`update app.group_invite set used = used + 1 where id = ${row.id}`
  return { groupId: row.group_id, slug: row.slug, joined: row.joined }
}
