import type { Family, Place } from './family.ts'

/** A role of the AccessManager got a name. */
export type RoleLabel = Place & { role: bigint; label: string }

export const roleLabels: Family<RoleLabel> = {
  table: 'role_label',
  columns: [
    { name: 'role_id', type: 'numeric', of: ({ role }) => role, touches: 'roles' },
    { name: 'label', type: 'text', of: ({ label }) => label },
  ],
}
