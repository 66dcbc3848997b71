import { newNonce } from '../../core/auth/name.ts'
import { Final } from '../../core/errors.ts'
import { type Invite, type InviteInput, MOST_INVITES } from '../../core/group/shape.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { hashOf, isUsable } from './invitation.ts'
import { type Asked, lockAsModerator, readGroup } from './load.ts'
import { notYours } from './refuse.ts'

type Row = Omit<Invite, 'made_at' | 'expires_at'> & { made_at: Date; expires_at: Date }

const toInvite = (row: Row): Invite => ({
  ...row,
  made_at: row.made_at.toISOString(),
  expires_at: row.expires_at.toISOString(),
})

async function usable(db: Db, groupId: string, now: Date): Promise<Invite[]> {
  const rows = await db<Row[]>`
    select i.id, by.username as made_by, i.made_at, i.expires_at, i.uses, i.used
    from app.group_invite i join app.cook_group g on g.id = i.group_id join app.member by on by.id = i.made_by
    where i.group_id = ${groupId} and ${isUsable(db, now)} order by i.id desc`
  return rows.map(toInvite)
}

/** Invites of a group that still let somebody in, the newest first. @throws Final `group.not-found`, `group.role` */
export async function listInvites(db: Db, asked: Asked): Promise<Invite[]> {
  const group = await readGroup(db, asked)
  if (!group.mine.may.moderate) throw notYours('moderators')
  return usable(db, group.id, asked.now)
}

function refuse(code: 'group.no-invites' | 'group.too-many', message: string, fix: string): Final {
  return new Final({ code, message, fix })
}

type Making = Asked & { memberId: string; input: InviteInput }

async function make(tx: Db, { input, memberId, ...asked }: Making) {
  const { id: groupId, access } = await lockAsModerator(tx, { ...asked, memberId })
  if (access !== 'invite')
    throw refuse(
      'group.no-invites',
      'This group needs no invites.',
      'Send its address: who has what it asks for can join.',
    )
  if ((await usable(tx, groupId, asked.now)).length >= MOST_INVITES)
    throw refuse('group.too-many', `There are ${MOST_INVITES} invites already.`, 'Take one back first.')
  const [id, token] = [uuidv7(asked.now.getTime()), newNonce()]
  const expires = new Date(asked.now.getTime() + input.hours * 3_600_000)
  await tx`
    insert into app.group_invite (id, group_id, token_hash, made_by, made_at, expires_at, uses)
    values (${id}, ${groupId}, ${hashOf(tx, token)}, ${memberId}, ${asked.now}, ${expires}, ${input.uses})`
  const invite = (await usable(tx, groupId, asked.now)).find((each) => each.id === id)
  if (!invite) throw new Error('an invite that was just made is there')
  return { invite, token }
}

/**
 * Makes an invite. Its secret is told now and kept nowhere.
 * @throws Final `group.not-found`, `group.role`, `group.no-invites`, `group.too-many`
 */
export async function makeInvite(sql: Sql, making: Making): Promise<{ invite: Invite; token: string }> {
  return inTransaction(sql, (tx) => make(tx, making))
}

/** Takes an invite back; who came by it stays. @throws Final `group.not-found`, `group.role`, `group.invite-ended` */
export async function revokeInvite(sql: Sql, { id, ...asked }: Asked & { id: string }): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { id: groupId } = await lockAsModerator(tx, asked)
    const ended = await tx`
      update app.group_invite set revoked_at = ${asked.now}
      where id = ${id} and group_id = ${groupId} and revoked_at is null`
    if (ended.count > 0) return
    throw new Final({
      code: 'group.invite-ended',
      message: 'There is no such invite any more.',
      fix: 'Look at the list again.',
    })
  })
}
