import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A member bought a ticket, numbered from 0. */
export type Entry = Place & { id: bigint; member: Hex; ticket: number }

export const entries: Family<Entry> = {
  table: 'raffle_entry',
  isCrowded: true,
  columns: [
    { name: 'raffle_id', type: 'bigint', of: ({ id }) => id, touches: 'raffles' },
    { name: 'member_address', type: 'bytea', of: ({ member }) => member, touches: 'accounts' },
    { name: 'ticket', type: 'bigint', of: ({ ticket }) => ticket },
  ],
}
