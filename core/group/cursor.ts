import { type GroupRole, groupRoles } from './role.ts'

/** Where a page of groups goes on: after this one. */
export type ListPlace = { members: number; id: string }
/** Where a page of members goes on. */
export type MemberPlace = { role: GroupRole; joinedAt: Date; id: string }

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const ofList = new RegExp(`^(\\d{1,7})\\.(${uuid})$`)
const ofMembers = new RegExp(`^(\\w{5,9})\\.(\\d{1,14})\\.(${uuid})$`)

/** As a word for a URL. */
export function writeListPlace({ members, id }: ListPlace): string {
  return `${members}.${id}`
}

/** What `writeListPlace` wrote; undefined for anything else. */
export function readListPlace(text: string): ListPlace | undefined {
  const [, members, id] = ofList.exec(text) ?? []
  return id === undefined ? undefined : { members: Number(members), id }
}

/** As a word for a URL; to the millisecond, as joining is kept. */
export function writeMemberPlace({ role, joinedAt, id }: MemberPlace): string {
  return `${role}.${joinedAt.getTime()}.${id}`
}

/** What `writeMemberPlace` wrote; undefined for anything else. */
export function readMemberPlace(text: string): MemberPlace | undefined {
  const [, role, at, id] = ofMembers.exec(text) ?? []
  const known = groupRoles.find((each) => each === role)
  return known && id !== undefined ? { role: known, joinedAt: new Date(Number(at)), id } : undefined
}
