import type { Db, Sql } from '../client.ts'
import { lockMember } from '../members/lock.ts'
import { inTransaction } from '../transaction.ts'
import { type Act, requireOwn, requireThere } from './act.ts'
import { countPost } from './count.ts'
import { lockPost, type Standing } from './find.ts'
import { tellPost } from './tell.ts'

async function forgetPhotosOf(tx: Db, id: string): Promise<void> {
  await tx`delete from app.photo using app.post_photo of where of.photo_id = photo.id and of.post_id = ${id}`
}

/** Without words, pictures and place it stands where others answered it. */
async function empty(tx: Db, id: string, now: Date): Promise<void> {
  await forgetPhotosOf(tx, id)
  await tx`delete from app.post_sneaker where post_id = ${id}`
  await tx`
    update app.post set text = '', member_id = null, pseudonym = null, published = null, resolution = null,
      place_name = null, store_id = null, gone_at = ${now} where id = ${id}`
}

async function isAnswered(tx: Db, id: string): Promise<boolean> {
  const [answer] = await tx`select 1 from app.post where parent_id = ${id} limit 1`
  return answer !== undefined
}

/** Takes a post or reply out of its thread, under the locks of `lockPost`. What is counted as replies is what is there. */
async function clear(tx: Db, { id, rootId, parentId }: Standing, now: Date): Promise<void> {
  if (await isAnswered(tx, id)) await empty(tx, id, now)
  else {
    await forgetPhotosOf(tx, id)
    await tx`delete from app.post where id = ${id}`
  }
  if (rootId === null || parentId === null) return
  for (const above of new Set([rootId, parentId])) await countPost(tx, above, { replies: -1 })
}

/**
 * Takes one's own post or reply back. What nobody answered is deleted; of the other nothing is left but its place.
 * @throws Final `post.not-found`, `post.gone`, `post.not-yours`, `auth.required` of a member who has left
 */
export async function takeBack(sql: Sql, { now, ...act }: Act & { now: Date }): Promise<void> {
  await inTransaction(sql, async (tx) => {
    await lockMember(tx, act.memberId)
    const post = await lockPost(tx, act)
    requireThere(post)
    requireOwn(post, act)
    await tellPost(tx, post, false)
    await clear(tx, post, now)
  })
}
