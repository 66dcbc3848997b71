import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A winner asked for the prize of `place`, from 0. */
export type Claim = Place & { id: bigint; member: Hex; place: number }

export const claims: Family<Claim> = {
  table: 'raffle_claim',
  columns: [
    { name: 'raffle_id', type: 'bigint', of: ({ id }) => id, touches: 'raffles' },
    { name: 'member_address', type: 'bytea', of: ({ member }) => member, touches: 'accounts' },
    { name: 'place', type: 'integer', of: ({ place }) => place },
  ],
}
