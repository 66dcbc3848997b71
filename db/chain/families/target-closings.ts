import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** The restricted functions of a contract are closed to everyone, or open again. */
export type TargetClosing = Place & { target: Hex; closed: boolean }

export const targetClosings: Family<TargetClosing> = {
  table: 'target_closing',
  columns: [
    { name: 'target_address', type: 'bytea', of: ({ target }) => target, touches: 'targets' },
    { name: 'closed', type: 'boolean', of: ({ closed }) => closed },
  ],
}
