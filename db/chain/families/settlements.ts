import type { Family, Place } from './family.ts'

/** The pot of a raffle burned. */
export type Settlement = Place & { id: bigint; amount: bigint }

export const settlements: Family<Settlement> = {
  table: 'raffle_settlement',
  columns: [
    { name: 'raffle_id', type: 'bigint', of: ({ id }) => id, touches: 'raffles' },
    { name: 'amount', type: 'numeric', of: ({ amount }) => amount },
  ],
}
