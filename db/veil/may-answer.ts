import { Final } from '../../core/errors.ts'
import { feedCells, foundUnder } from '../../core/feed/near.ts'
import { cellText } from '../../core/veil/span.ts'
import type { Db } from '../client.ts'

type Answering = {
  /** The post, or a reply below it. */
  postId: string
  memberId: string
}

/**
 * Whether a member answers or votes on what is of a place: where they see it when they look around themselves. From far away
 * they only read, but for threads of their own and of authors whom they follow by name. Who never said where they are is
 * nowhere, and far from nothing. What is in a group is of no place.
 * @throws Final `cell.far`
 */
export async function mayAnswer(tx: Db, { postId, memberId }: Answering): Promise<void> {
  const [found] = await tx<{ published: bigint; cell: bigint }[]>`
    select p.published, v.cell
    from app.post asked join app.post p on p.id = coalesce(asked.root_id, asked.id)
    join app.viewer_cell v on v.member_id = ${memberId}
    where asked.id = ${postId} and p.published is not null and p.group_id is null
      and p.member_id is distinct from ${memberId} and not exists (
        select from app.member_follow f
        where f.follower_id = ${memberId} and f.followed_id = p.member_id and not p.anonymous)`
  if (!found || feedCells(cellText(found.cell)).includes(foundUnder(cellText(found.published)))) return
  throw new Final({
    code: 'cell.far',
    message: 'This was posted far from where you are: there one only reads.',
    fix: 'Keep it, or follow its author to talk to them from anywhere.',
  })
}
