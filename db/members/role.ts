import { Final } from '../../core/errors.ts'
import type { Role } from '../../core/member/role.ts'
import { roleShape } from '../../core/member/role-shape.ts'
import type { Db } from '../client.ts'

/** The role of a member; of nobody's id the least. */
export async function roleOf(db: Db, memberId: string): Promise<Role> {
  const [row] = await db<{ role: string }[]>`select role from app.member where id = ${memberId}`
  return roleShape.parse(row?.role ?? 'member')
}

/**
 * Gives a member, named in any case, a role.
 * @returns the username as it is written
 * @throws Final `member.not-found`
 */
export async function setRole(db: Db, username: string, role: Role): Promise<string> {
  const [row] = await db<{ username: string }[]>`
    update app.member set role = ${role} where lower(username) = lower(${username}) returning username`
  if (row) return row.username
  throw new Final({
    code: 'member.not-found',
    message: `There is no member "${username}".`,
    fix: 'List them: npm run members -- list',
  })
}

export type ListedMember = { username: string; role: string; created_at: Date }

/** The newest members, those with a role first. @param limit how many at most */
export async function listMembers(db: Db, limit: number): Promise<ListedMember[]> {
  return db<ListedMember[]>`
    select username, role, created_at from app.member where deleted_at is null
    order by role = 'member', created_at desc, username limit ${limit}`
}
