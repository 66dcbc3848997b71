import type { Family, Place } from './family.ts'

/** A raffle was called off, or no draw came in time. */
export type RaffleEnd = Place & { id: bigint; state: 'cancelled' | 'expired' }

export const raffleEnds: Family<RaffleEnd> = {
  table: 'raffle_end',
  columns: [
    { name: 'raffle_id', type: 'bigint', of: ({ id }) => id, touches: 'raffles' },
    { name: 'state', type: 'text', of: ({ state }) => state },
  ],
}
