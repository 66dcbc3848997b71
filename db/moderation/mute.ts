import { later } from '../../core/auth/lifetime.ts'
import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import { isAtLeast, type Role } from '../../core/member/role.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { writeLog } from './log.ts'

/** A member, named in any case. */
export type Named = { username: string }
export type Found = { id: string; username: string; role: Role; createdAt: Date }

/** @throws Final `member.not-found` */
export async function findNamed(db: Db, { username }: Named): Promise<Found> {
  const [row] = await db<Found[]>`
    select id, username, role, created_at as "createdAt" from app.member
      where lower(username) = lower(${username}) and deleted_at is null`
  if (row) return row
  throw new Final({
    code: 'member.not-found',
    message: `There is no member "${username}".`,
    fix: 'Look at how the name is written.',
  })
}

export type Muting = Named & {
  /** The moderator. */
  by: string
  hours: number
  /** The member reads it. */
  reason: string
  now: Date
}

async function mute(tx: Db, muting: Muting): Promise<void> {
  const { by, hours, reason, now } = muting
  const found = await findNamed(tx, muting)
  if (found.id === by || isAtLeast(found.role, 'moderator'))
    throw new Final({
      code: 'moderation.own',
      message: 'Moderators do not mute themselves or each other.',
      fix: 'Ask an admin to take the role first.',
    })
  await tx`insert into app.silence ${tx({
    ...{ id: uuidv7(now.getTime()), member_id: found.id, strike_id: null, by_id: by, reason },
    ...{ from_at: now, until_at: later(now, hours * 3600) },
  })}`
  await writeLog(tx, { act: 'mute', by, note: reason, now })
}

/**
 * Mutes a member for a while: one reads and writes nothing. Besides other mutes, the longest counts.
 * @throws Final `member.not-found`, `moderation.own` of oneself and of moderators
 */
export async function muteMember(sql: Sql, muting: Muting): Promise<void> {
  await inTransaction(sql, (tx) => mute(tx, muting))
}

/** Gives a member their voice back, whatever took it. @throws Final `member.not-found` */
export async function unmuteMember(sql: Sql, which: Named & { by: string; now: Date }): Promise<void> {
  const { by, now } = which
  await inTransaction(sql, async (tx) => {
    const { id } = await findNamed(tx, which)
    const { count } = await tx`
      update app.silence set lifted_at = ${now} where member_id = ${id} and until_at > ${now} and lifted_at is null`
    if (count > 0) await writeLog(tx, { act: 'unmute', by, now })
  })
}
