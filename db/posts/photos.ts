import { Final } from '../../core/errors.ts'
import type { Db } from '../client.ts'

type Attaching = { postId: string; memberId: string; photoIds: readonly string[] }

/**
 * Shows the member's own photos with a post; each shows one thing only, so that nobody is known again by a picture.
 * @throws Final `post.photo`
 */
export async function attachPhotos(tx: Db, { postId, memberId, photoIds }: Attaching): Promise<void> {
  if (photoIds.length === 0) return
  const { count } = await tx`
    insert into app.post_photo (post_id, photo_id)
    select ${postId}, p.id from app.photo p
    where p.id = any(${[...photoIds]}::uuid[]) and p.member_id = ${memberId}
      and not exists (select from app.restock_photo r where r.photo_id = p.id)
      and not exists (select from app.trade_photo t where t.photo_id = p.id)
    on conflict do nothing`
  if (count === photoIds.length) return
  throw new Final({
    code: 'post.photo',
    message: 'One of these photos is not yours, or shows something else already.',
    fix: 'Send each picture anew for each post.',
  })
}
