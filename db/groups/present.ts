import type { GroupRole } from '../../core/group/role.ts'
import type { Group, GroupAccess } from '../../core/group/shape.ts'
import { judge } from '../../core/group/standing.ts'
import type { Db } from '../client.ts'
import { factsOf } from './facts.ts'

type One = { member_id: string; role: GroupRole }
type Gated = { access: GroupAccess; gate: Pick<NonNullable<Group['gate']>, 'text'> | null }

/** Reasons are for members themselves: to tell who is in, no names are needed. */
const nameOf = (cell: string) => cell

/** Who of these members of a group has what it asks for now. */
export async function presentOf(
  db: Db,
  { group, members, now }: { group: Gated; members: readonly One[]; now: Date },
): Promise<Set<string>> {
  const { access, gate } = group
  const memberIds = members.map(({ member_id }) => member_id)
  if (gate === null) return new Set(memberIds)
  const shown = await factsOf(db, { memberIds, now })
  const isIn = ({ member_id, role }: One) => {
    const own = shown.get(member_id) ?? null
    return judge({ access, gate: gate.text, role, removed: null }, { shown: own, nameOf }).open
  }
  return new Set(members.filter(isIn).map(({ member_id }) => member_id))
}

/** All of a group who are in it now. */
export async function presentIn(db: Db, { group, now }: { group: Group; now: Date }): Promise<string[]> {
  const members = await db<One[]>`
    select m.member_id, m.role from app.group_member m where m.group_id = ${group.id}`
  return [...(await presentOf(db, { group, members, now }))]
}

/** Who of a group is in it now and wants to be told of what it calls out; nobody of a closed one. */
export async function listenersOf(
  db: Db,
  { groupId, now }: { groupId: string; now: Date },
): Promise<string[]> {
  const [group] = await db<{ access: GroupAccess; gate: string | null }[]>`
    select access, gate from app.cook_group where id = ${groupId} and closed_at is null`
  if (!group) return []
  const members = await db<One[]>`
    select member_id, role from app.group_member where group_id = ${groupId} and alerts`
  const gate = group.gate === null ? null : { text: group.gate }
  return [...(await presentOf(db, { group: { access: group.access, gate }, members, now }))]
}
