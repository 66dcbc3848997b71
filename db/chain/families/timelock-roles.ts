import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** An account got or lost a role of the timelock; the zero address is everyone. */
export type TimelockRole = Place & { role: Hex; account: Hex; sender: Hex; granted: boolean }

export const timelockRoles: Family<TimelockRole> = {
  table: 'timelock_role',
  columns: [
    { name: 'role', type: 'bytea', of: ({ role }) => role },
    { name: 'account_address', type: 'bytea', of: ({ account }) => account, touches: 'accounts' },
    { name: 'sender_address', type: 'bytea', of: ({ sender }) => sender },
    { name: 'granted', type: 'boolean', of: ({ granted }) => granted },
  ],
}
