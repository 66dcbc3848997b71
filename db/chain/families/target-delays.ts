import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** Seconds that ADMIN must wait to change what belongs to a contract, in force from `since` on. */
export type TargetDelay = Place & { target: Hex; delay: number; since: number }

export const targetDelays: Family<TargetDelay> = {
  table: 'target_delay',
  columns: [
    { name: 'target_address', type: 'bytea', of: ({ target }) => target, touches: 'targets' },
    { name: 'delay', type: 'bigint', of: ({ delay }) => delay },
    { name: 'since', type: 'timestamptz', of: ({ since }) => since },
  ],
}
