import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** The winners are fixed: those that `seed` gives. */
export type Draw = Place & { id: bigint; round: bigint; seed: Hex }

export const draws: Family<Draw> = {
  table: 'raffle_draw',
  columns: [
    { name: 'raffle_id', type: 'bigint', of: ({ id }) => id, touches: 'raffles' },
    { name: 'round', type: 'bigint', of: ({ round }) => round },
    { name: 'seed', type: 'bytea', of: ({ seed }) => seed },
  ],
}
