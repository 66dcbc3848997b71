import type { Family, Place } from './family.ts'

/** Who grants a role, who may call off its operations (ids of roles), or how many seconds a grant waits, from `since` on. */
export type RoleSetting = Place & {
  role: bigint
  setting: 'admin' | 'guardian' | 'grant-delay'
  value: bigint
  since: number | null
}

export const roleSettings: Family<RoleSetting> = {
  table: 'role_setting',
  columns: [
    { name: 'role_id', type: 'numeric', of: ({ role }) => role, touches: 'roles' },
    { name: 'setting', type: 'text', of: ({ setting }) => setting },
    { name: 'value', type: 'numeric', of: ({ value }) => value },
    { name: 'since', type: 'timestamptz', of: ({ since }) => since },
  ],
}
