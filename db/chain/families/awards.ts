import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** One award of Karma; it stands where the Transfer that mints it does. */
export type Award = Place & { id: bigint; to: Hex; amount: bigint }

export const awards: Family<Award> = {
  table: 'award',
  isCrowded: true,
  columns: [
    { name: 'award_id', type: 'bigint', of: ({ id }) => id },
    { name: 'to_address', type: 'bytea', of: ({ to }) => to, touches: 'accounts' },
    { name: 'amount', type: 'numeric', of: ({ amount }) => amount },
  ],
}
