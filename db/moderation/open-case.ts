import { uuidv7 } from '../../core/id.ts'
import type { caseCauses } from '../../core/moderation/shape.ts'
import type { Db } from '../client.ts'

/** What of a post matters to moderators. */
export type Judged = {
  id: string
  memberId: string | null
  groupId: string | null
  anonymous: boolean
  text: string
  hiddenAt: Date | null
}

type Opening = {
  post: Judged
  cause: (typeof caseCauses)[number]
  /** Whether the post is not shown until it is decided. */
  hides: boolean
  now: Date
}

/** The post under its lock, which comes before its case's; undefined where there is none. */
export async function lockJudged(tx: Db, postId: string): Promise<Judged | undefined> {
  const [post] = await tx<Judged[]>`
    select id, member_id as "memberId", group_id as "groupId", anonymous, text, hidden_at as "hiddenAt" from app.post
      where id = ${postId} and gone_at is null for no key update`
  return post
}

/**
 * The open case of a post, opened where there is none. Under the post's lock: there is never a second one.
 * @returns its id
 */
export async function openCase(tx: Db, { post, cause, hides, now }: Opening): Promise<string> {
  if (hides && post.hiddenAt === null) await tx`update app.post set hidden_at = ${now} where id = ${post.id}`
  const [open] = await tx<{ id: string }[]>`
    update app.mod_case set hides = hides or ${hides && post.hiddenAt === null}
      where post_id = ${post.id} and resolved_at is null returning id`
  if (open) return open.id
  const id = uuidv7(now.getTime())
  await tx`insert into app.mod_case ${tx({
    ...{ id, post_id: post.id, member_id: post.memberId, cause, quote: post.text },
    ...{ anonymous: post.anonymous, hides: hides && post.hiddenAt === null, opened_at: now },
  })}`
  return id
}
