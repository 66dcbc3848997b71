import type { Removed } from '../../core/group/shape.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { type Asked, lockAsModerator, readGroup } from './load.ts'
import { noSuchMember, notYours } from './refuse.ts'
import type { About } from './role.ts'

type Row = Omit<Removed, 'removed_at'> & { removed_at: Date }

/** Most of one answer: the latest. */
const MOST = 200

/** Whom moderators removed from a group, the latest first. @throws Final `group.not-found`, `group.role` */
export async function listRemoved(db: Db, asked: Asked): Promise<Removed[]> {
  const group = await readGroup(db, asked)
  if (!group.mine.may.moderate) throw notYours('moderators')
  const rows = await db<Row[]>`
    select who.username, r.reason, r.removed_at, by.username as removed_by
    from app.group_removal r join app.member who on who.id = r.member_id join app.member by on by.id = r.by_id
    where r.group_id = ${group.id} order by r.removed_at desc, r.member_id limit ${MOST}`
  return rows.map((row) => ({ ...row, removed_at: row.removed_at.toISOString() }))
}

/**
 * Lets somebody back in who was removed: they may join again as anybody may.
 * @throws Final `group.not-found`, `group.role`, `group.member-not-found`
 */
export async function readmit(sql: Sql, { username, ...asked }: About): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { id } = await lockAsModerator(tx, asked)
    const gone = await tx`
      delete from app.group_removal r using app.member who
      where r.group_id = ${id} and who.id = r.member_id and lower(who.username) = lower(${username})`
    if (gone.count === 0) throw noSuchMember()
  })
}
