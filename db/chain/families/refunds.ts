import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A member got back what the ticket cost. */
export type Refund = Place & { id: bigint; member: Hex; amount: bigint }

export const refunds: Family<Refund> = {
  table: 'raffle_refund',
  columns: [
    { name: 'raffle_id', type: 'bigint', of: ({ id }) => id, touches: 'raffles' },
    { name: 'member_address', type: 'bytea', of: ({ member }) => member, touches: 'accounts' },
    { name: 'amount', type: 'numeric', of: ({ amount }) => amount },
  ],
}
