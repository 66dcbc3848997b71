import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A raffle opened, to be decided by the beacon's `round`. */
export type Raffle = Place & {
  id: bigint
  price: bigint
  winners: number
  closesAt: number
  tier: number
  round: bigint
  prizeHash: Hex
}

export const raffles: Family<Raffle> = {
  table: 'raffle',
  columns: [
    { name: 'raffle_id', type: 'bigint', of: ({ id }) => id, touches: 'raffles' },
    { name: 'price', type: 'numeric', of: ({ price }) => price },
    { name: 'winners', type: 'integer', of: ({ winners }) => winners },
    { name: 'closes_at', type: 'timestamptz', of: ({ closesAt }) => closesAt },
    { name: 'tier', type: 'smallint', of: ({ tier }) => tier },
    { name: 'round', type: 'bigint', of: ({ round }) => round },
    { name: 'prize_hash', type: 'bytea', of: ({ prizeHash }) => prizeHash },
  ],
}
