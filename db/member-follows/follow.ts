import { Final } from '../../core/errors.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { requireNoBlock } from '../moderation/welcome.ts'
import { inTransaction } from '../transaction.ts'

/** Whom one member follows. */
export const MOST_FOLLOWED = 1_000

export type Following = { memberId: string; username: string }

/** The id of who is called so now. @throws Final `member.not-found` */
export async function findMember(db: Db, username: string): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    select id from app.member where lower(username) = ${username.toLowerCase()} and deleted_at is null`
  if (row) return row.id
  throw new Final({
    code: 'member.not-found',
    message: 'There is no member of this name.',
    fix: 'Look at the spelling; they may have left.',
  })
}

function notOneself(): Final {
  return new Final({
    code: 'follow.self',
    message: 'This is you.',
    fix: 'Your own posts are on your page.',
  })
}

async function requireRoom(tx: Db, memberId: string): Promise<void> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from app.member_follow where follower_id = ${memberId}`
  if ((row?.count ?? 0) < MOST_FOLLOWED) return
  throw new Final({
    code: 'follow.too-many',
    message: `You follow ${MOST_FOLLOWED} members already.`,
    fix: 'Stop following one of them first.',
  })
}

/** Locks both in the order of their ids: of two who follow each other at once neither waits for the other's lock. */
async function lockBoth(tx: Db, memberId: string, followedId: string): Promise<void> {
  const lockFollowed = () => tx`select 1 from app.member where id = ${followedId} for share`
  if (followedId < memberId) await lockFollowed()
  await lockMember(tx, memberId)
  if (followedId > memberId) await lockFollowed()
}

/**
 * Follows a member; the same again changes nothing.
 * @throws Final `member.not-found`, `follow.self`, `follow.too-many`, `block.refused`, `auth.required` of a member who has left
 */
export async function followMember(
  sql: Sql,
  { memberId, username, now }: Following & { now: Date },
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const followedId = await findMember(tx, username)
    if (followedId === memberId) throw notOneself()
    await lockBoth(tx, memberId, followedId)
    await requireNoBlock(tx, { memberId, otherId: followedId })
    await requireRoom(tx, memberId)
    // Who left while this waited is not there any more.
    await tx`
      insert into app.member_follow (follower_id, followed_id, followed_at)
      select ${memberId}, id, ${now} from app.member where id = ${followedId} and deleted_at is null
      on conflict do nothing`
  })
}

/** Stops following; of one whom nobody followed nothing happens. @throws Final `member.not-found` */
export async function unfollowMember(db: Db, { memberId, username }: Following): Promise<void> {
  const followedId = await findMember(db, username)
  await db`delete from app.member_follow where follower_id = ${memberId} and followed_id = ${followedId}`
}
