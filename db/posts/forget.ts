import type { Db } from '../client.ts'

type Leaving = { memberId: string; now: Date }

/** All that will change, posts before replies and the older first, as everyone locks them. */
async function lockAll(tx: Db, memberId: string): Promise<void> {
  await tx`
    select 1 from app.post where id in (
      select unnest(array[id, root_id, parent_id]) from app.post where member_id = ${memberId})
    order by root_id is not null, id for no key update`
}

/** What is counted as replies is what is there. */
async function uncount(tx: Db, memberId: string): Promise<void> {
  await tx`
    update app.post p set replies = p.replies - gone.count from (
      select above, count(*)::int as count from app.post own
      cross join lateral (select own.root_id as above union select own.parent_id) two
      where own.member_id = ${memberId} and above is not null group by above) gone
    where p.id = gone.above`
}

/** From the ends of the threads up: one's answers to oneself hold nothing in its place. */
async function deleteUnanswered(tx: Db, ids: readonly string[]): Promise<void> {
  const { count } = await tx`
    delete from app.post p where p.id = any(${[...ids]}::uuid[])
      and not exists (select from app.post answer where answer.parent_id = p.id)`
  if (count > 0) await deleteUnanswered(tx, ids)
}

/**
 * The words are their author's and go with them; what others answered to stays in its place, empty. The votes that they gave
 * still count, and nobody knows any more whose they were.
 */
export async function forgetPosts(tx: Db, { memberId, now }: Leaving): Promise<void> {
  await lockAll(tx, memberId)
  await uncount(tx, memberId)
  await tx`delete from app.post_sneaker s using app.post p where p.id = s.post_id and p.member_id = ${memberId}`
  const emptied = await tx<{ id: string }[]>`
    update app.post set text = '', member_id = null, pseudonym = null, published = null, resolution = null,
      place_name = null, store_id = null, gone_at = coalesce(gone_at, ${now})
    where member_id = ${memberId} returning id`
  await deleteUnanswered(
    tx,
    emptied.map(({ id }) => id),
  )
  await tx`delete from app.post_vote where member_id = ${memberId}`
  await tx`delete from app.post_like where member_id = ${memberId}`
  await tx`delete from app.post_saved where member_id = ${memberId}`
  await tx`delete from app.member_follow where ${memberId} in (follower_id, followed_id)`
}
