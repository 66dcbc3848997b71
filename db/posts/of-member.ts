import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'

type PostRow = Omit<MemberExport['posts'][number], 'created_at' | 'edited_at'> & {
  created_at: Date
  edited_at: Date | null
}

/** What a member wrote, under their name and under others. */
export async function exportPosts(db: Db, memberId: string): Promise<MemberExport['posts']> {
  const rows = await db<PostRow[]>`
    select id, kind, root_id, parent_id, text, anonymous, pseudonym, group_id, store_id, to_hex(published) as cell,
      created_at, edited_at
    from app.post where member_id = ${memberId} order by id`
  return rows.map((row) => ({
    ...row,
    created_at: row.created_at.toISOString(),
    edited_at: row.edited_at?.toISOString() ?? null,
  }))
}

export async function exportVotes(db: Db, memberId: string): Promise<MemberExport['votes']> {
  const rows = await db<{ post_id: string; value: -1 | 1 }[]>`
    select post_id, value from app.post_vote where member_id = ${memberId} order by post_id`
  return [...rows]
}

export async function exportLikes(db: Db, memberId: string): Promise<MemberExport['likes']> {
  const rows = await db<{ post_id: string; at: Date }[]>`
    select post_id, created_at as at from app.post_like where member_id = ${memberId} order by created_at, post_id`
  return rows.map(({ post_id, at }) => ({ post_id, at: at.toISOString() }))
}

export async function exportSaved(db: Db, memberId: string): Promise<MemberExport['saved']> {
  const rows = await db<{ post_id: string; at: Date }[]>`
    select post_id, saved_at as at from app.post_saved where member_id = ${memberId} order by saved_at, post_id`
  return rows.map(({ post_id, at }) => ({ post_id, at: at.toISOString() }))
}

/** Whom a member reads. Who reads them is the others' own. */
export async function exportFollowing(db: Db, memberId: string): Promise<MemberExport['following']> {
  const rows = await db<{ username: string; at: Date }[]>`
    select m.username, f.followed_at as at from app.member_follow f join app.member m on m.id = f.followed_id
    where f.follower_id = ${memberId} order by f.followed_at, m.username`
  return rows.map(({ username, at }) => ({ username, at: at.toISOString() }))
}
