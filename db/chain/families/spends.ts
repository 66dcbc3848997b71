import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** Karma spent under a reference: burned, or moved to the spender's contract. */
export type Spend = Place & { from: Hex; amount: bigint; ref: Hex; burned: boolean }

export const spends: Family<Spend> = {
  table: 'spend',
  columns: [
    { name: 'from_address', type: 'bytea', of: ({ from }) => from, touches: 'accounts' },
    { name: 'amount', type: 'numeric', of: ({ amount }) => amount },
    { name: 'ref', type: 'bytea', of: ({ ref }) => ref },
    { name: 'burned', type: 'boolean', of: ({ burned }) => burned },
  ],
}
