import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** Another role grants a role of the timelock. */
export type TimelockRoleAdmin = Place & { role: Hex; from: Hex; to: Hex }

export const timelockRoleAdmins: Family<TimelockRoleAdmin> = {
  table: 'timelock_role_admin',
  columns: [
    { name: 'role', type: 'bytea', of: ({ role }) => role },
    { name: 'old_admin', type: 'bytea', of: ({ from }) => from },
    { name: 'new_admin', type: 'bytea', of: ({ to }) => to },
  ],
}
