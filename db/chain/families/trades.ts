import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A trade proposed, with its bond from each side. */
export type Trade = Place & {
  id: Hex
  proposer: Hex
  counterparty: Hex
  bond: bigint
  acceptBy: number
  confirmBy: number
  termsHash: Hex
}

export const trades: Family<Trade> = {
  table: 'trade',
  columns: [
    { name: 'trade_id', type: 'bytea', of: ({ id }) => id, touches: 'trades' },
    { name: 'proposer_address', type: 'bytea', of: ({ proposer }) => proposer, touches: 'accounts' },
    {
      name: 'counterparty_address',
      type: 'bytea',
      of: ({ counterparty }) => counterparty,
      touches: 'accounts',
    },
    { name: 'bond', type: 'numeric', of: ({ bond }) => bond },
    { name: 'accept_by', type: 'timestamptz', of: ({ acceptBy }) => acceptBy },
    { name: 'confirm_by', type: 'timestamptz', of: ({ confirmBy }) => confirmBy },
    { name: 'terms_hash', type: 'bytea', of: ({ termsHash }) => termsHash },
  ],
}
