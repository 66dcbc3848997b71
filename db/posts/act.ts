import { Final } from '../../core/errors.ts'
import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { findPost, type Standing } from './find.ts'
import { tellPost } from './tell.ts'

export type Act = { id: string; memberId: string }

function gone(): Final {
  return new Final({
    code: 'post.gone',
    message: 'This was taken back.',
    fix: 'What was answered to it still stands.',
  })
}

/** @throws Final `post.gone` */
export function requireThere({ isGone }: Standing): void {
  if (isGone) throw gone()
}

/** @throws Final `post.own` */
export function requireOthers({ memberId }: Standing, act: Act): void {
  if (memberId !== act.memberId) return
  throw new Final({
    code: 'post.own',
    message: 'This is your own.',
    fix: 'Others decide how good it is.',
  })
}

/** @throws Final `post.not-yours` */
export function requireOwn({ memberId }: Standing, act: Act): void {
  if (memberId === act.memberId) return
  throw new Final({
    code: 'post.not-yours',
    message: 'Somebody else wrote this.',
    fix: 'Answer it, or report it to the moderators.',
  })
}

/**
 * One member's act on one post, in one transaction: the member's lock, then the post's.
 * @throws Final `post.not-found`, `post.gone`, `auth.required` of a member who has left, and what the work throws
 */
export async function onPost(
  sql: Sql,
  act: Act,
  work: (tx: Db, post: Standing) => Promise<void>,
): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await lockMember(tx, act.memberId)
    await tx`select 1 from app.post where id = ${act.id} for no key update`
    const post = await findPost(tx, act)
    requireThere(post)
    await work(tx, post)
    await tellPost(tx, post, false)
  })
}
