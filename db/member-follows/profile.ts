import type { Profile } from '../../core/post/shape.ts'
import type { Db } from '../client.ts'
import { findMember } from './follow.ts'

type Row = Omit<Profile, 'joined_at' | 'mine'> & { joined_at: Date; follows: boolean }
type Asked = { username: string; memberId: string | null }

/**
 * What everyone may know of a member. Nothing here is of what they wrote anonymously.
 * @throws Final `member.not-found`
 */
export async function readProfile(db: Db, { username, memberId }: Asked): Promise<Profile> {
  const id = await findMember(db, username)
  const rows = await db<[Row]>`
    select m.id, m.username, m.created_at as joined_at,
      (select count(*)::int from app.member_follow f where f.followed_id = m.id) as followers,
      (select count(*)::int from app.member_follow f where f.follower_id = m.id) as following,
      (select count(*)::int from app.post p where p.member_id = m.id and p.root_id is null and p.group_id is null
        and not p.anonymous and p.hidden_at is null) as posts,
      exists (select from app.member_follow f where f.follower_id = ${memberId}::uuid and f.followed_id = m.id) as follows
    from app.member m where m.id = ${id}`
  const { joined_at, follows, ...row } = rows[0]
  return { ...row, joined_at: joined_at.toISOString(), mine: { follows, is_me: id === memberId } }
}
