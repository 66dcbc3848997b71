import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A flag of the registry got a value. */
export type Flag = Place & { key: Hex; value: bigint }

export const flags: Family<Flag> = {
  table: 'flag',
  columns: [
    { name: 'flag_key', type: 'bytea', of: ({ key }) => key, touches: 'flags' },
    { name: 'value', type: 'numeric', of: ({ value }) => value },
  ],
}
