import { type MemberPlace, writeMemberPlace } from '../../core/group/cursor.ts'
import type { GroupRole } from '../../core/group/role.ts'
import type { Group, GroupMember } from '../../core/group/shape.ts'
import type { Db } from '../client.ts'
import { type Asked, readGroup, requireRead } from './load.ts'
import { presentOf } from './present.ts'

export type MembersOf = Asked & { limit: number; after?: MemberPlace | undefined }

type Row = { member_id: string; username: string; role: GroupRole; joined_at: Date }

const PLACES = `array_position(array['owner', 'moderator', 'member'], m.role)`

async function rowsOf(db: Db, { id }: Group, { limit, after }: MembersOf): Promise<Row[]> {
  const place = db.unsafe(PLACES)
  const later = after
    ? db`and (${place}, m.joined_at, m.member_id) >
        (array_position(array['owner', 'moderator', 'member'], ${after.role}), ${after.joinedAt}::timestamptz, ${after.id}::uuid)`
    : db``
  return db<Row[]>`
    select m.member_id, who.username, m.role, m.joined_at
    from app.group_member m join app.member who on who.id = m.member_id
    where m.group_id = ${id} ${later} order by ${place}, m.joined_at, m.member_id limit ${limit + 1}`
}

/**
 * Who is in a group: its owner, its moderators, then the others in the order they came; and who of them has what it asks for now.
 * @throws Final `group.not-found`, `group.gate`
 */
export async function listGroupMembers(
  db: Db,
  asked: MembersOf,
): Promise<{ items: GroupMember[]; next: string | null }> {
  const group = requireRead(await readGroup(db, asked))
  const found = await rowsOf(db, group, asked)
  const rows = found.slice(0, asked.limit)
  const present = await presentOf(db, { group, members: rows, now: asked.now })
  const last = rows.at(-1)
  return {
    items: rows.map(({ member_id, username, role, joined_at }) => ({
      ...{ username, role, joined_at: joined_at.toISOString() },
      ...{ in: present.has(member_id), me: member_id === asked.memberId },
    })),
    next:
      found.length > rows.length && last
        ? writeMemberPlace({ role: last.role, joinedAt: last.joined_at, id: last.member_id })
        : null,
  }
}
