import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A function of a contract belongs to a role from now on. */
export type TargetFunction = Place & { target: Hex; selector: Hex; role: bigint }

export const targetFunctions: Family<TargetFunction> = {
  table: 'target_function',
  columns: [
    { name: 'target_address', type: 'bytea', of: ({ target }) => target, touches: 'targets' },
    { name: 'selector', type: 'bytea', of: ({ selector }) => selector },
    { name: 'role_id', type: 'numeric', of: ({ role }) => role, touches: 'roles' },
  ],
}
