import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/**
 * An account got or lost a role of the AccessManager.
 * `delay`: seconds its calls must wait, in force from `since` on, as is the membership of a new member.
 */
export type RoleMember = Place & {
  role: bigint
  account: Hex
  granted: boolean
  delay: number | null
  since: number | null
  newMember: boolean | null
}

export const roleMembers: Family<RoleMember> = {
  table: 'role_member',
  columns: [
    { name: 'role_id', type: 'numeric', of: ({ role }) => role, touches: 'roles' },
    { name: 'account_address', type: 'bytea', of: ({ account }) => account, touches: 'accounts' },
    { name: 'granted', type: 'boolean', of: ({ granted }) => granted },
    { name: 'delay', type: 'bigint', of: ({ delay }) => delay },
    { name: 'since', type: 'timestamptz', of: ({ since }) => since },
    { name: 'new_member', type: 'boolean', of: ({ newMember }) => newMember },
  ],
}
