import type { Db } from '../client.ts'
import { featureNow } from '../features/now.ts'
import { writeLog } from './log.ts'
import { lockJudged, openCase } from './open-case.ts'

type Which = { postId: string; now: Date }

/** A moderator looked at these words and let them stand: votes hide them no more. */
async function wasKept(tx: Db, postId: string): Promise<boolean> {
  const [kept] = await tx`
    select 1 from app.mod_case c join app.post p on p.id = c.post_id
      where c.post_id = ${postId} and (c.outcome = 'kept' or exists (
          select from app.mod_appeal a where a.case_id = c.id and a.granted))
        and c.resolved_at >= coalesce(p.edited_at, p.created_at) limit 1`
  return kept !== undefined
}

async function hide(tx: Db, { postId, now }: Which, cause: 'votes' | 'filter'): Promise<boolean> {
  const post = await lockJudged(tx, postId)
  if (!post || post.hiddenAt) return false
  await openCase(tx, { post, cause, hides: true, now })
  await writeLog(tx, { act: 'post.hidden', by: null, now })
  return true
}

/**
 * Hides a post or reply with so many more votes against than for as members decided, until a moderator has looked. In the transaction of the vote.
 * @returns whether it was hidden now
 */
export async function hideDisliked(tx: Db, which: Which): Promise<boolean> {
  const [post] = await tx<{ against: number }[]>`
    select down - up as against from app.post where id = ${which.postId} and hidden_at is null and down > up`
  if (!post || post.against < (await featureNow(tx, 'app.posts.hide-at'))) return false
  if (await wasKept(tx, which.postId)) return false
  return hide(tx, which, 'votes')
}

/** Hides a new or edited post that a filter holds until a moderator has looked. In the transaction that wrote it. */
export async function holdPost(tx: Db, which: Which): Promise<void> {
  await hide(tx, which, 'filter')
}
